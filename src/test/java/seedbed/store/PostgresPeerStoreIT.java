package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
import seedbed.swarm.PeerNews;
import seedbed.swarm.PeerRef;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

class PostgresPeerStoreIT {

    private static final Instant SEEN = Instant.parse("2026-11-24T12:34:56.789Z");

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);
    private final AtomicLong nanos = new AtomicLong();
    private DatabaseAddress address;
    private Database database;
    private PostgresPeerStore store;

    @BeforeEach
    void openStore() throws SQLException {
        address = tables();
        database = new Database(address, "test", 2);
        store = node();
    }

    /** A database whose tables are as the store is to find them. */
    DatabaseAddress tables() throws SQLException {
        return TestDatabase.migrated();
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
    void whatWasHeardEarlierDoesNotReplaceAPeer() throws Exception {
        StoredPeer late = peer("192.0.2.7", 1, PeerStatus.SEED);
        StoredPeer early = seenAt(late, SEEN.minusSeconds(1));

        store.save(new SwarmChanges(List.of(late), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(early), List.of(), Map.of()));

        assertThat(peers()).containsExactly(late);
    }

    @Test
    void aPeerThatWasHeardOfSinceIsNotDeleted() throws Exception {
        StoredPeer peer = peer("192.0.2.7", 1, PeerStatus.SEED);

        store.save(new SwarmChanges(List.of(peer), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(), List.of(new GonePeer(peer.ref(), SEEN.minusSeconds(1))), Map.of()));

        assertThat(peers()).containsExactly(peer);
    }

    @Test
    void aPeerThatWentAndCameBackIsThere() throws Exception {
        StoredPeer peer = peer("192.0.2.7", 1, PeerStatus.SEED);

        store.save(new SwarmChanges(List.of(peer), List.of(new GonePeer(peer.ref(), SEEN)), Map.of()));

        assertThat(peers()).containsExactly(peer);
    }

    @Test
    void whatAClockWroteThatHasBeenSetBackSinceIsReplacedAndDeleted() throws Exception {
        Instant ahead = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        StoredPeer stays = seenAt(peer("192.0.2.7", 1, PeerStatus.SEED), ahead);
        StoredPeer leaves = seenAt(peer("192.0.2.8", 1, PeerStatus.SEED), ahead);

        store.save(new SwarmChanges(List.of(stays, leaves), List.of(), Map.of()));
        store.save(new SwarmChanges(List.of(seenAt(stays, now)), List.of(new GonePeer(leaves.ref(), now)), Map.of()));

        assertThat(peers()).containsExactly(seenAt(stays, now));
    }

    @Test
    void peersNobodyHasSeenForLongAreDeleted() throws Exception {
        StoredPeer old =
                seenAt(peer("192.0.2.7", 1, PeerStatus.SEED), Instant.now().minusSeconds(7200));
        StoredPeer young = seenAt(
                peer("192.0.2.8", 1, PeerStatus.SEED),
                Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS));
        store.save(new SwarmChanges(List.of(old, young), List.of(), Map.of()));

        store.deleteUnseen(Duration.ofHours(1));

        assertThat(peers()).containsExactly(young);
    }

    @Test
    void aNodeIsToldOnceWhatAnotherWrites() throws Exception {
        StoredPeer came = peer("192.0.2.7", 1, PeerStatus.PARTIAL);
        GonePeer went = new GonePeer(new PeerRef(hash(), address("2001:db8::7", 2)), SEEN);
        InfoHash torrent = hash();
        PostgresPeerStore other = node();
        store.join();
        other.join();

        other.save(new SwarmChanges(List.of(came), List.of(went), Map.of(torrent, 2L)));
        TellTale told = new TellTale();

        assertThat(store.news(told)).isTrue();
        assertThat(told.present).containsExactly(came);
        assertThat(told.gone).containsExactly(went);
        assertThat(told.completed).isEqualTo(Map.of(torrent, 2L));
        TellTale again = new TellTale();
        assertThat(store.news(again)).isTrue();
        assertThat(again.present).isEmpty();
    }

    @Test
    void nobodyIsToldWhatItWroteItself() throws Exception {
        PostgresPeerStore other = node();
        store.join();
        other.join();
        store.save(new SwarmChanges(List.of(peer("192.0.2.7", 1, PeerStatus.SEED)), List.of(), Map.of()));
        TellTale told = new TellTale();

        store.news(told);

        assertThat(told.present).isEmpty();
    }

    @Test
    void aNodeThatIsAloneTellsNobody() throws Exception {
        store.join();
        store.save(new SwarmChanges(List.of(peer("192.0.2.7", 1, PeerStatus.SEED)), List.of(), Map.of()));
        PostgresPeerStore late = node();
        late.join();
        TellTale told = new TellTale();

        late.news(told);

        assertThat(told.present).isEmpty();
        assertThat(peers()).as("what it loads").hasSize(1);
    }

    @Test
    void aTransactionThatCommitsLateIsToldAllTheSame() throws Exception {
        PostgresPeerStore other = node();
        store.join();
        other.join();
        StoredPeer early = peer("192.0.2.7", 1, PeerStatus.SEED);
        TellTale told = new TellTale();
        try (Connection slow = DriverManager.getConnection(address.url());
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            // Takes its number and its time now, and is seen only after what is written next.
            statement.execute("INSERT INTO node_news (node, info_hash, address, peer_id, client_key, status, uploaded,"
                    + " downloaded, remaining, last_seen, gone_hash, gone_address, gone_heard, completed_hash,"
                    + " completed_total) VALUES (gen_random_uuid(), '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',"
                    + " '{}', '{}', '{}', ARRAY ['\\x" + "ab".repeat(20) + "'::bytea], '{7}')");
            other.save(new SwarmChanges(List.of(early), List.of(), Map.of()));
            store.news(told);
            assertThat(told.present).containsExactly(early);
            slow.commit();
        }

        store.news(told);

        assertThat(told.completed).isEqualTo(Map.of(InfoHash.ofHex("ab".repeat(20)), 7L));
    }

    @Test
    void aNodeThatWasSilentForLongHasToJoinAgain() throws Exception {
        store.join();
        nanos.addAndGet(Duration.ofSeconds(21).toNanos());

        assertThat(store.news(new TellTale())).isFalse();
        store.join();
        assertThat(store.news(new TellTale())).isTrue();
    }

    @Test
    void aNodeThatIsNoLongerListedHasToJoinAgain() throws Exception {
        store.join();
        TestDatabase.execute(address, "DELETE FROM node");
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());

        assertThat(store.news(new TellTale())).isFalse();
    }

    @Test
    void totalsAreTheSameForAllNodes() throws Exception {
        InfoHash torrent = hash();
        PostgresPeerStore other = node();

        assertThat(store.save(new SwarmChanges(List.of(), List.of(), Map.of(torrent, 2L))))
                .isEqualTo(Map.of(torrent, 2L));
        assertThat(other.save(new SwarmChanges(List.of(), List.of(), Map.of(torrent, 3L))))
                .isEqualTo(Map.of(torrent, 5L));
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

    private static final class TellTale implements PeerNews {
        final List<StoredPeer> present = new ArrayList<>();
        final List<GonePeer> gone = new ArrayList<>();
        final Map<InfoHash, Long> completed = new HashMap<>();

        @Override
        public void present(StoredPeer peer) {
            present.add(peer);
        }

        @Override
        public void gone(GonePeer peer) {
            gone.add(peer);
        }

        @Override
        public void completed(Map<InfoHash, Long> totals) {
            completed.putAll(totals);
        }
    }

    private static StoredPeer seenAt(StoredPeer peer, Instant seen) {
        return new StoredPeer(
                peer.infoHash(),
                peer.address(),
                peer.peerId(),
                peer.key(),
                peer.status(),
                peer.uploaded(),
                peer.downloaded(),
                peer.left(),
                seen);
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
