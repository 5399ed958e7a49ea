package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** A partial seed (BEP 21) has all it wants, but not all there is. */
abstract class PartialSeedContract {

    abstract TrackerUnderTest tracker();

    @ParameterizedTest
    @ValueSource(strings = {"1000", "0", ""})
    void isNoSeed(String left) {
        Reply reply =
                Announce.of(tracker().newTorrent()).left(left).partialSeed().to(tracker());

        assertThat(reply.complete()).isZero();
        assertThat(reply.incomplete()).isEqualTo(1);
    }

    @Test
    void isNotGivenSeedsOrOtherPartialSeeds() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).seed().to(tracker());
        Announce.of(torrent).partialSeed().to(tracker());
        Announce leecher = Announce.of(torrent);
        leecher.to(tracker());

        assertThat(Announce.of(torrent).partialSeed().to(tracker()).peers()).containsExactly(leecher.address());
    }

    @Test
    void isGivenToLeechers() {
        InfoHash torrent = tracker().newTorrent();
        Announce partial = Announce.of(torrent).partialSeed();
        partial.to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly(partial.address());
    }

    @Test
    void isNotGivenToSeeds() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).partialSeed().to(tracker());

        assertThat(Announce.of(torrent).seed().to(tracker()).peers()).isEmpty();
    }

    @Test
    void isALeecherAgainOnceItWantsMore() {
        InfoHash torrent = tracker().newTorrent();
        Announce seed = Announce.of(torrent).seed();
        seed.to(tracker());
        Announce client = Announce.of(torrent).partialSeed();
        client.to(tracker());

        assertThat(client.without("event").to(tracker()).peers()).containsExactly(seed.address());
    }
}
