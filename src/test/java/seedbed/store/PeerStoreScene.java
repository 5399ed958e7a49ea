package seedbed.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;

/** A store of peers on a real database, with peers to put into it. */
abstract class PeerStoreScene {

    static final Instant SEEN = Instant.parse("2026-11-24T12:34:56.789Z");

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(7);
    final AtomicLong nanos = new AtomicLong();
    DatabaseAddress address;
    private Database database;
    PostgresPeerStore store;

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

    PostgresPeerStore node() {
        return new PostgresPeerStore(database, UUID.randomUUID(), nanos::get);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    List<StoredPeer> peers() throws StoreUnavailableException {
        List<StoredPeer> peers = new ArrayList<>();
        store.loadPeers(peers::add);
        return peers;
    }

    static StoredPeer seenAt(StoredPeer peer, Instant seen) {
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

    StoredPeer peer(String ip, int port, PeerStatus status) {
        return new StoredPeer(hash(), address(ip, port), id(), key(), status, 1, 2, 3, SEEN);
    }

    static PeerAddress address(String ip, int port) {
        return new PeerAddress(IpAddress.parse(ip).orElseThrow(), port);
    }

    InfoHash hash() {
        return InfoHash.of(bytes(20));
    }

    PeerId id() {
        return PeerId.of(bytes(20));
    }

    ClientKey key() {
        return ClientKey.of(bytes(8));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
