package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerRef;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

final class PostgresPeerStoreIT {

    private static final Instant SEEN = Instant.parse("2026-11-24T12:34:56.789Z");

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);
    private final AtomicLong nanos = new AtomicLong();
    private DatabaseAddress address;
    private Database database;
    private PostgresPeerStore store;

    @BeforeEach
    void openStore() throws SQLException {
        address = TestDatabase.migrated();
        database = new Database(address, "test", 2);
        store = node();
    }

    private PostgresPeerStore node() {
        return new PostgresPeerStore(database, UUID.randomUUID(), nanos::get);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    @Test
    void aPeerIsReadBackAsItWasWritten() throws Exception {
        StoredPeer v4 = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer v6 = peer("2001:db8::7", 65535, PeerStatus.PARTIAL);
        StoredPeer leecher = peer("10.1.2.3", 6881, PeerStatus.LEECHER);

        store.save(new SwarmChanges(List.of(v4, v6, leecher), List.of(), Map.of()));

        assertThat(peers()).containsExactlyInAnyOrder(v4, v6, leecher);
    }

    @Test
    void aPeerWithoutKeyAndWithAllByteValuesIsReadBack() throws Exception {
        StoredPeer plain = new StoredPeer(
                hash(), address("192.0.2.7", 7), id(), ClientKey.NONE, PeerStatus.LEECHER, 0, Long.MAX_VALUE, -1, SEEN);

        store.save(new SwarmChanges(List.of(plain), List.of(), Map.of()));

        assertThat(peers()).containsExactly(plain);
    }

    @Test
    void writingAPeerAgainReplacesIt() throws Exception {
        StoredPeer before = peer("192.0.2.7", 1, PeerStatus.LEECHER);
        StoredPeer after = new StoredPeer(
                before.infoHash(), before.address(), id(), key(), PeerStatus.SEED, 1, 2, 0, SEEN.plusSeconds(60));

        store.save(new SwarmChanges(List.of(before), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(after), List.of(), Map.of()));

        assertThat(peers()).containsExactly(after);
    }

    @Test
    void peersThatLeftAreDeletedAndUnknownOnesDoNotMatter() throws Exception {
        StoredPeer stays = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer leaves = peer("192.0.2.8", 1, PeerStatus.SEED);
        store.save(new SwarmChanges(List.of(stays, leaves), List.of(), Map.of()));

        PeerRef unknown = new PeerRef(hash(), stays.address());
        store.save(new SwarmChanges(
                List.of(), List.of(new GonePeer(leaves.ref(), SEEN), new GonePeer(unknown, SEEN)), Map.of()));

        assertThat(peers()).containsExactly(stays);
    }

    @Test
    void completedDownloadsAddUp() throws Exception {
        InfoHash one = hash();
        InfoHash other = hash();

        store.save(new SwarmChanges(List.of(), List.of(), Map.of(one, 2L, other, 1L)));
        store.save(new SwarmChanges(List.of(), List.of(), Map.of(one, 3L)));

        assertThat(store.loadCompleted()).isEqualTo(Map.of(one, 5L, other, 1L));
    }

    @Test
    void manyPeersAreWrittenInOneGo() throws Exception {
        List<StoredPeer> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(peer("10." + i / 65536 + '.' + i / 256 % 256 + '.' + i % 256, 6881, PeerStatus.LEECHER));
        }

        store.save(new SwarmChanges(many, List.of(), Map.of()));

        assertThat(peers()).hasSize(20_000);
    }

    @Test
    void aBatchThatFailsChangesNothing() throws Exception {
        StoredPeer good = peer("192.0.2.7", 1, PeerStatus.SEED);
        TestDatabase.execute(address, "ALTER TABLE swarm ADD CHECK (completed < 10)");

        assertThatThrownBy(() -> store.save(new SwarmChanges(List.of(good), List.of(), Map.of(hash(), 11L))))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(peers()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        Database away = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1);

        assertThatThrownBy(() -> new PostgresPeerStore(away, UUID.randomUUID(), nanos::get).loadCompleted())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("counts could not be read: ");
        away.close();
    }

    private List<StoredPeer> peers() throws StoreUnavailableException {
        List<StoredPeer> peers = new ArrayList<>();
        store.loadPeers(peers::add);
        return peers;
    }

    private StoredPeer peer(String ip, int port, PeerStatus status) {
        return new StoredPeer(hash(), address(ip, port), id(), key(), status, 1, 2, 3, SEEN);
    }

    private static PeerAddress address(String ip, int port) {
        return new PeerAddress(IpAddress.parse(ip).orElseThrow(), port);
    }

    private InfoHash hash() {
        return InfoHash.of(bytes(20));
    }

    private PeerId id() {
        return PeerId.of(bytes(20));
    }

    private ClientKey key() {
        return ClientKey.of(bytes(8));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
