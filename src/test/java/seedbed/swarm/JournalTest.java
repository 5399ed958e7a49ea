package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seedbed.protocol.PeerStatus;

/** What is written down. */
final class JournalTest extends JournalScene {

    @Test
    void aPeerIsWrittenAsItIsNow() throws StoreUnavailableException {
        Announce client = Announce.of(torrent).from("203.0.113.1").with("uploaded", "3");
        client.to(tracker);
        client.seed().with("uploaded", "4").to(tracker);
        journal.flush();

        assertThat(store.saves).isEqualTo(1);
        StoredPeer peer = store.only();
        assertThat(peer.infoHash()).isEqualTo(torrent);
        assertThat(peer.address()).hasToString("203.0.113.1:51413");
        assertThat(peer.status()).isEqualTo(PeerStatus.SEED);
        assertThat(peer.uploaded()).isEqualTo(4);
        assertThat(peer.left()).isZero();
        assertThat(peer.lastSeen()).isEqualTo(time.instant());
    }

    @Test
    void theTimeAPeerWasSeenDoesNotDependOnWhenItIsWritten() throws StoreUnavailableException {
        Instant seen = time.instant();
        Announce.of(torrent).to(tracker);
        time.pass(Duration.ofMinutes(3));
        journal.flush();

        assertThat(store.only().lastSeen()).isEqualTo(seen);
    }

    @Test
    void whoStopsIsDeleted() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        journal.flush();
        client.event("stopped").to(tracker);
        journal.flush();

        assertThat(store.peers).isEmpty();
    }

    @Test
    void whoMovesIsDeletedAtTheOldAddress() throws StoreUnavailableException {
        Announce client = Announce.of(torrent).from("203.0.113.1");
        client.to(tracker);
        journal.flush();
        client.from("203.0.113.2").to(tracker);
        journal.flush();

        assertThat(store.only().address()).hasToString("203.0.113.2:51413");
    }

    @Test
    void whoExpiresIsDeleted() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        journal.flush();
        time.pass(Duration.ofMinutes(71));
        tracker.swarms.expire();
        journal.flush();

        assertThat(store.peers).isEmpty();
    }

    @Test
    void forgettingATorrentDeletesItsPeers() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        journal.flush();
        tracker.swarms.forget(torrent);
        journal.flush();

        assertThat(store.peers).isEmpty();
    }

    @Test
    void withoutChangesNothingIsSaved() throws StoreUnavailableException {
        journal.flush();
        Announce.of(torrent).to(tracker);
        journal.flush();
        journal.flush();

        assertThat(store.saves).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        journal.flush();
        store.away = true;
        client.event("stopped").to(tracker);
        Announce other = Announce.of(torrent);
        other.to(tracker);
        other.seed().event("completed").to(tracker);
        assertThatThrownBy(journal::flush).isInstanceOf(StoreUnavailableException.class);
        store.away = false;
        journal.flush();

        assertThat(store.only().address()).hasToString(other.address());
        assertThat(store.completed).containsExactly(Map.entry(torrent, 1L));
    }

    @Test
    void completedDownloadsAreAddedUp() throws StoreUnavailableException {
        for (int i = 0; i < 3; i++) {
            Announce client = Announce.of(torrent);
            client.to(tracker);
            client.seed().event("completed").to(tracker);
            journal.flush();
        }
        assertThat(store.completed).containsExactly(Map.entry(torrent, 3L));
    }
}
