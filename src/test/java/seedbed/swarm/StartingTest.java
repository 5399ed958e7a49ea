package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;
import seedbed.protocol.Refusal;
import seedbed.protocol.Refusal.Kind;

/** The tracker answers before it knows what is published. */
final class StartingTest {

    private final InProcessTracker tracker = new InProcessTracker();
    private final InfoHash torrent = Hashes.random();

    @Test
    void announcesAreRefusedForAMinute() {
        Reply reply = Announce.of(torrent).to(tracker);

        assertThat(reply.failureReason()).contains("starting");
        assertThat(reply.number("interval")).isBetween(30L, 60L);
        assertThat(reply.number("min interval")).isBetween(1L, 60L);
    }

    @Test
    void scrapesAreRefusedForAMinute() {
        Reply reply = Reply.read(tracker.get("/scrape?info_hash=" + Hashes.encoded(torrent.toBytes()), "203.0.113.1"));

        assertThat(reply.number("interval")).isBetween(30L, 60L);
    }

    @Test
    void stoppingSucceeds() {
        assertThat(Announce.of(torrent).event("stopped").to(tracker).isRefusal())
                .isFalse();
    }

    @Test
    void aBadAnnounceIsStillABadAnnounce() {
        assertThat(tracker.reply("/announce?info_hash=short", "203.0.113.1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.INFO_HASH));
    }

    @Test
    void onceTheWhitelistIsThereAnnouncesGoOn() {
        tracker.whitelist.replaceAll(List.of(torrent));

        assertThat(Announce.of(torrent).to(tracker).incomplete()).isEqualTo(1);
    }

    @Test
    void anEntryByHandDoesNotMakeAWhitelist() {
        tracker.whitelist.add(torrent);

        assertThat(tracker.whitelist.isLoaded()).isFalse();
        assertThat(Announce.of(torrent).to(tracker).isRefusal()).isTrue();
    }

    @Test
    void replacingTheWhitelistUnlistsTheRest() {
        tracker.whitelist.replaceAll(List.of(torrent));
        tracker.whitelist.replaceAll(List.of(Hashes.random()));

        assertThat(tracker.whitelist.contains(torrent)).isFalse();
        assertThat(tracker.whitelist.hashes()).hasSize(1);
    }

    @Test
    void entriesAreAddedAndRemovedTogether() {
        InfoHash other = Hashes.random();
        tracker.whitelist.replaceAll(List.of());
        tracker.whitelist.addAll(List.of(torrent, other));
        tracker.whitelist.removeAll(List.of(torrent));

        assertThat(tracker.whitelist.hashes()).containsExactly(other);
    }
}
