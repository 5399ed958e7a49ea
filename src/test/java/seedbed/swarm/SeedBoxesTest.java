package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;

/** Which torrents the official seed boxes have all of. */
final class SeedBoxesTest {

    private static final String SEED_BOX = "192.0.2.3";

    private final InProcessTracker tracker = InProcessTracker.started();
    private final InfoHash torrent = tracker.newTorrent();

    @Test
    void aSeedBoxThatHasAllCounts() {
        Announce.of(torrent).from(SEED_BOX).seed().to(tracker);

        assertThat(tracker.swarms.seedBoxes(torrent)).isEqualTo(1);
    }

    @Test
    void aSeedBoxThatStillFetchesDoesNot() {
        Announce.of(torrent).from(SEED_BOX).to(tracker);

        assertThat(tracker.swarms.seedBoxes(torrent)).isZero();
    }

    @Test
    void neitherDoesAnybodyElse() {
        Announce.of(torrent).from("10.1.2.3").seed().to(tracker);
        Announce.of(torrent).seed().to(tracker);

        assertThat(tracker.swarms.seedBoxes(torrent)).isZero();
    }

    @Test
    void aTorrentWithoutASwarmHasNone() {
        assertThat(tracker.swarms.seedBoxes(torrent)).isZero();
    }
}
