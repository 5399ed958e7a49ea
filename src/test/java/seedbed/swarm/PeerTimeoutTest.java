package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;
import seedbed.protocol.SwarmCounts;

/** Peers that say nothing for 70 minutes are gone. */
final class PeerTimeoutTest {

    private final InProcessTracker tracker = InProcessTracker.started();
    private final InfoHash torrent = tracker.newTorrent();

    @Test
    void aSilentPeerIsNoLongerCountedOrGivenEvenBeforeTheSweep() {
        Announce.of(torrent).to(tracker);
        tracker.time.pass(Duration.ofMinutes(71));
        Reply reply = Announce.of(torrent).to(tracker);

        assertThat(reply.incomplete()).isEqualTo(1);
        assertThat(reply.peers()).isEmpty();
    }

    @Test
    void aPeerThatIsNotYetDueStays() {
        Announce.of(torrent).to(tracker);
        tracker.time.pass(Duration.ofMinutes(69));
        tracker.swarms.expire();

        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void announcingKeepsAPeer() {
        Announce client = Announce.of(torrent);
        for (int i = 0; i < 5; i++) {
            client.to(tracker);
            tracker.time.pass(Duration.ofMinutes(40));
        }
        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void onlyTheSilentOnesGo() {
        Announce talker = Announce.of(torrent);
        talker.to(tracker);
        Announce.of(torrent).to(tracker);
        tracker.time.pass(Duration.ofMinutes(40));
        talker.to(tracker);
        tracker.time.pass(Duration.ofMinutes(40));

        assertThat(Announce.of(torrent).to(tracker).peers()).containsExactly(talker.address());
    }

    @Test
    void theSweepEmptiesSwarmsNobodyAsksFor() {
        Announce.of(torrent).seed().to(tracker);
        tracker.time.pass(Duration.ofMinutes(71));
        tracker.swarms.expire();

        assertThat(tracker.swarms.counts(torrent)).isEqualTo(SwarmCounts.NONE);
    }

    @Test
    void aScrapeDoesNotCountTheSilent() {
        Announce.of(torrent).to(tracker);
        tracker.time.pass(Duration.ofMinutes(71));
        Reply reply = Reply.read(tracker.get("/scrape?info_hash=" + Hashes.encoded(torrent.toBytes()), "203.0.113.1"));

        assertThat(reply.file(torrent).incomplete()).isZero();
    }

    @Test
    void theSilentMakeRoomInAFullNetwork() {
        for (int port = 1001; port <= 1008; port++) {
            Announce.of(torrent).from("203.0.113.1").port(port).to(tracker);
        }
        tracker.time.pass(Duration.ofMinutes(71));

        assertThat(Announce.of(torrent)
                        .from("203.0.113.1")
                        .port(1009)
                        .to(tracker)
                        .incomplete())
                .isEqualTo(1);
    }

    @Test
    void settingTheClockBackKeepsNobodyAlive() {
        Announce.of(torrent).to(tracker);
        tracker.time.setWall(Instant.parse("2020-01-01T00:00:00Z"));
        tracker.time.pass(Duration.ofMinutes(71));

        assertThat(tracker.swarms.counts(torrent)).isEqualTo(SwarmCounts.NONE);
    }

    @Test
    void settingTheClockForwardKillsNobody() {
        Announce.of(torrent).to(tracker);
        tracker.time.setWall(Instant.parse("2030-01-01T00:00:00Z"));
        tracker.swarms.expire();

        assertThat(tracker.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void aTorrentThatIsForgottenHasNoPeers() {
        Announce.of(torrent).to(tracker);
        tracker.swarms.forget(torrent);

        assertThat(tracker.swarms.counts(torrent)).isEqualTo(SwarmCounts.NONE);
    }
}
