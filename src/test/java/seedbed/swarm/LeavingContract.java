package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** A client stops: it always succeeds, for some clients repeat it until it does. */
abstract class LeavingContract {

    abstract TrackerUnderTest tracker();

    @Test
    void whoStopsIsNoLongerCountedOrGiven() {
        InfoHash torrent = tracker().newTorrent();
        Announce leaver = Announce.of(torrent);
        leaver.to(tracker());
        Reply goodbye = leaver.event("stopped").to(tracker());

        assertThat(goodbye.incomplete()).isZero();
        assertThat(Announce.of(torrent).to(tracker()).peers()).isEmpty();
    }

    @Test
    void whoStopsIsGivenNobody() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());
        Announce leaver = Announce.of(torrent);
        leaver.to(tracker());
        Reply goodbye = leaver.event("stopped").to(tracker());

        assertThat(goodbye.bytes("peers")).isEmpty();
        assertThat(goodbye.has("peers6")).isFalse();
        assertThat(goodbye.incomplete()).isEqualTo(1);
    }

    @Test
    void aStrangerMayStop() {
        Reply reply = Announce.of(tracker().newTorrent()).event("stopped").to(tracker());

        assertThat(reply.isRefusal()).isFalse();
        assertThat(reply.incomplete()).isZero();
        assertThat(reply.bytes("peers")).isEmpty();
    }

    @Test
    void stoppingTwiceSucceedsTwice() {
        Announce leaver = Announce.of(tracker().newTorrent());
        leaver.to(tracker());
        leaver.event("stopped").to(tracker());

        assertThat(leaver.to(tracker()).isRefusal()).isFalse();
    }

    @Test
    void stoppingSucceedsForATorrentNobodyPublished() {
        Reply reply = Announce.of(Hashes.random()).event("stopped").to(tracker());

        assertThat(reply.isRefusal()).isFalse();
        assertThat(reply.complete() + reply.incomplete() + reply.downloaded()).isZero();
    }

    @Test
    void stoppingSucceedsForATorrentThatWasTakenBack() {
        InfoHash torrent = tracker().newTorrent();
        Announce leaver = Announce.of(torrent);
        leaver.to(tracker());
        tracker().unlist(torrent);

        assertThat(leaver.event("stopped").to(tracker()).isRefusal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "STOPPED", "Stopped", "sToPpEd"})
    void theCaseOfTheEventDoesNotMatter(String event) {
        Announce leaver = Announce.of(tracker().newTorrent());
        leaver.to(tracker());

        assertThat(leaver.event(event).to(tracker()).incomplete()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "70000", "-1", "x"})
    void whoStopsNeedNotNameItsPort(String port) {
        Reply reply = Announce.of(tracker().newTorrent())
                .event("stopped")
                .with("port", port)
                .to(tracker());

        assertThat(reply.isRefusal()).isFalse();
        assertThat(reply.bytes("peers")).isEmpty();
    }

    @Test
    void whoStopsWithoutAPortIsKnownByIdAndKey() {
        Announce leaver = Announce.of(tracker().newTorrent());
        leaver.to(tracker());

        assertThat(leaver.event("stopped").port(0).to(tracker()).incomplete()).isZero();
    }

    @Test
    void whoStopsAtANewAddressLeavesNoGhostAtTheOldOne() {
        Announce leaver = Announce.of(tracker().newTorrent()).from("203.0.113.1");
        leaver.to(tracker());

        assertThat(leaver.from("203.0.113.2").event("stopped").to(tracker()).incomplete())
                .isZero();
    }

    @Test
    void aSeedThatStopsIsNoLongerCounted() {
        Announce leaver = Announce.of(tracker().newTorrent()).seed();
        leaver.to(tracker());

        assertThat(leaver.event("stopped").to(tracker()).complete()).isZero();
    }

    @Test
    void whoStoppedMayComeBack() {
        Announce client = Announce.of(tracker().newTorrent());
        client.to(tracker());
        client.event("stopped").to(tracker());

        assertThat(client.event("started").to(tracker()).incomplete()).isEqualTo(1);
    }
}
