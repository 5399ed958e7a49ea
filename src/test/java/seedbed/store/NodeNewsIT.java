package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerNews;
import seedbed.swarm.PeerRef;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

/** What nodes that share a database learn of each other. */
class NodeNewsIT extends PeerStoreScene {

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
}
