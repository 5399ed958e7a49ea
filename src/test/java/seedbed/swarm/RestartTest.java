package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left after a restart of what was written down. */
final class RestartTest extends JournalScene {

    @Test
    void peersAndCountsSurviveARestart() throws StoreUnavailableException {
        Announce seed = Announce.of(torrent);
        seed.to(tracker);
        seed.seed().event("completed").to(tracker);
        Announce.of(torrent).partialSeed().to(tracker);
        restart();
        Reply reply = Announce.of(torrent).to(tracker);

        assertThat(reply.peers()).hasSize(2).contains(seed.address());
        assertThat(reply.complete()).isEqualTo(1);
        assertThat(reply.downloaded()).isEqualTo(1);
    }

    @Test
    void theCountGoesOnAfterARestart() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        client.seed().event("completed").to(tracker);
        restart();
        Announce other = Announce.of(torrent);
        other.to(tracker);

        assertThat(other.seed().event("completed").to(tracker).downloaded()).isEqualTo(2);
        journal.flush();
        assertThat(store.completed).containsExactly(Map.entry(torrent, 2L));
    }

    @Test
    void aLeecherOfTheLastRunMayComplete() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        restart();

        assertThat(client.seed().event("completed").to(tracker).downloaded()).isEqualTo(1);
    }

    @Test
    void whoWasSilentTooLongDuringTheRestartIsGoneAndDeleted() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        journal.flush();
        time.pass(Duration.ofMinutes(71));
        restart();

        assertThat(tracker.swarms.counts(torrent).leechers()).isZero();
        journal.flush();
        assertThat(store.peers).isEmpty();
    }

    @Test
    void aRestoredPeerIsAsOldAsItWas() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        time.pass(Duration.ofMinutes(40));
        restart();
        time.pass(Duration.ofMinutes(40));

        assertThat(tracker.swarms.counts(torrent).leechers()).isZero();
    }

    @Test
    void aPeerThatWasWrittenByAClockAheadOfOursIsSeenNow() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        journal.flush();
        time.setWall(time.instant().minus(Duration.ofDays(1)));
        restart();
        time.pass(Duration.ofMinutes(69));
        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
        time.pass(Duration.ofMinutes(2));

        assertThat(tracker.swarms.counts(torrent).leechers()).isZero();
    }

    @Test
    void theSweepFindsARestoredPeerBehindAYoungerOne() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        time.pass(Duration.ofMinutes(40));
        journal.flush();
        beginRun();
        Announce.of(torrent).to(tracker);
        journal.restore();
        time.pass(Duration.ofMinutes(40));
        tracker.swarms.expire();

        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void whoAnnouncedSinceTheStartIsNotOverwritten() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        journal.flush();
        beginRun();
        client.seed().to(tracker);
        journal.restore();

        assertThat(tracker.swarms.counts(torrent).seeds()).isEqualTo(1);
        assertThat(tracker.swarms.counts(torrent).leechers()).isZero();
    }

    @Test
    void whoMovedSinceTheStartIsNoGhost() throws StoreUnavailableException {
        Announce client = Announce.of(torrent).from("203.0.113.1");
        client.to(tracker);
        journal.flush();
        beginRun();
        client.from("203.0.113.2").to(tracker);
        journal.restore();
        journal.flush();

        assertThat(store.only().address()).hasToString("203.0.113.2:51413");
    }

    @Test
    void whoStoppedSinceTheStartIsNoGhost() throws StoreUnavailableException {
        Announce client = Announce.of(torrent);
        client.to(tracker);
        journal.flush();
        beginRun();
        client.event("stopped").to(tracker);
        journal.restore();
        journal.flush();

        assertThat(tracker.swarms.counts(torrent).leechers()).isZero();
        assertThat(store.peers).isEmpty();
    }

    @Test
    void whatIsCountedBeforeTheCountsAreReadIsCountedOnce() throws StoreUnavailableException {
        store.completed.put(torrent, 5L);
        beginRun();
        Announce client = Announce.of(torrent);
        client.to(tracker);
        client.seed().event("completed").to(tracker);
        journal.flush();
        journal.restore();
        journal.flush();

        assertThat(tracker.swarms.counts(torrent).completed()).isEqualTo(6);
        assertThat(store.completed).containsExactly(Map.entry(torrent, 6L));
    }

    @Test
    void restoringAgainAfterAFailureRestoresOnce() throws StoreUnavailableException {
        Announce.of(torrent).to(tracker);
        journal.flush();
        store.completed.put(torrent, 5L);
        beginRun();
        store.awayAfterFirstPeer = true;
        assertThatThrownBy(journal::restore).isInstanceOf(StoreUnavailableException.class);
        store.awayAfterFirstPeer = false;
        journal.restore();

        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
        assertThat(tracker.swarms.counts(torrent).completed()).isEqualTo(5);
    }
}
