package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.Refusal;

/** What those who watch announces are told. */
final class ObserverTest {

    private final InProcessTracker tracker = InProcessTracker.started();
    private final InfoHash torrent = tracker.newTorrent();

    @Test
    void everyAcceptedAnnounceIsTold() {
        Announce client = Announce.of(torrent).with("uploaded", "5").with("downloaded", "7");
        client.to(tracker);
        client.event("stopped").to(tracker);

        assertThat(tracker.observed).extracting(AnnounceRequest::event).containsExactly(Event.NONE, Event.STOPPED);
        assertThat(tracker.observed.get(0).uploaded()).isEqualTo(5);
        assertThat(tracker.observed.get(0).downloaded()).isEqualTo(7);
        assertThat(tracker.observed.get(0).left()).isEqualTo(1000);
    }

    @Test
    void refusedAnnouncesAreNotTold() {
        Announce.of(Hashes.random()).to(tracker);
        Announce.of(torrent).port(0).to(tracker);

        assertThat(tracker.observed).isEmpty();
    }

    @Test
    void stoppingATorrentNobodyPublishedIsNotTold() {
        Announce.of(Hashes.random()).event("stopped").to(tracker);

        assertThat(tracker.observed).isEmpty();
    }

    @Test
    void refusalsHaveAKindToCountThemBy() {
        String query = Announce.of(Hashes.random()).query();

        assertThat(tracker.reply("/announce?" + query, "203.0.113.1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_LISTED));
    }
}
