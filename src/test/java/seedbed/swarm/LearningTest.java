package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;
import seedbed.protocol.SwarmCounts;
import seedbed.time.FakeTime;

/** Two trackers on one store: what one hears, the other learns, and nobody's later knowledge is overwritten. */
final class LearningTest {

    private final FakeTime time = new FakeTime();
    private final InfoHash torrent = Hashes.random();
    private final MemoryStore storeHere = new MemoryStore();
    private final MemoryStore storeThere = new MemoryStore();
    private final InProcessTracker here = tracker();
    private final InProcessTracker there = tracker();
    private final Journal journalHere = new Journal(here.swarms, storeHere);
    private final Journal journalThere = new Journal(there.swarms, storeThere);

    private InProcessTracker tracker() {
        InProcessTracker tracker = new InProcessTracker(time, InProcessTracker.SETTINGS);
        tracker.whitelist.replaceAll(List.of(torrent));
        return tracker;
    }

    @BeforeEach
    void restoreNothing() throws StoreUnavailableException {
        journalHere.restore();
        journalThere.restore();
    }

    /** Has what changed here written, and told there. */
    private void tell() throws StoreUnavailableException {
        SwarmChanges changes = pending(here);
        storeThere.left.add(changes);
        journalThere.follow();
        storeThere.left.clear();
    }

    private static SwarmChanges pending(InProcessTracker tracker) {
        List<GonePeer> gone = tracker.swarms.changes().drainGone(100);
        List<StoredPeer> present = tracker.swarms.changes().drainPresent(100).stream()
                .flatMap(ref -> tracker.swarms.stored(ref).stream())
                .toList();
        return new SwarmChanges(present, gone, Map.of());
    }

    @Test
    void aPeerAnnouncedToOneIsGivenByTheOther() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent).from("203.0.113.1");
        peer.to(here);
        tell();

        assertThat(Announce.of(torrent).from("203.0.113.9").to(there).peers()).containsExactly(peer.address());
    }

    @Test
    void whatIsLearntIsNotToldOn() throws StoreUnavailableException {
        Announce.of(torrent).to(here);
        tell();

        assertThat(there.swarms.changedCount()).isZero();
    }

    @Test
    void whoStopsIsGoneThereToo() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent);
        peer.to(here);
        tell();
        time.pass(Duration.ofMinutes(1));
        peer.event("stopped").to(here);
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isZero();
    }

    @Test
    void whoStopsBeforeTheTrackerHasLearntOfItIsNoGhost() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent);
        peer.to(here);
        time.pass(Duration.ofSeconds(1));
        peer.event("stopped").to(there);
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isZero();
        assertThat(there.swarms.changes().drainGone(10))
                .as("what it tells the others")
                .hasSize(1);
    }

    @Test
    void whoStopsAndComesBackIsThere() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent);
        peer.event("stopped").to(there);
        time.pass(Duration.ofSeconds(1));
        peer.event("started").to(here);
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void whoMovedIsNotAGhostAtTheOldAddress() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent).from("203.0.113.1");
        peer.to(here);
        tell();
        time.pass(Duration.ofMinutes(1));
        peer.from("203.0.113.2").to(here);
        tell();

        Reply reply = Announce.of(torrent).from("203.0.113.9").to(there);
        assertThat(reply.peers()).containsExactly("203.0.113.2:51413");
        assertThat(reply.incomplete()).isEqualTo(2);
    }

    @Test
    void oldNewsOfAClientThatMovedHereIsPutRight() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent).from("203.0.113.1");
        peer.to(here);
        time.pass(Duration.ofSeconds(1));
        peer.from("203.0.113.2").to(there);
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isEqualTo(1);
        assertThat(there.swarms.changes().drainGone(10))
                .extracting(gone -> gone.ref().address().toString())
                .containsExactly("203.0.113.1:51413");
    }

    @Test
    void oldNewsChangesNothing() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent);
        peer.to(here);
        time.pass(Duration.ofSeconds(1));
        peer.seed().to(there);
        tell();

        assertThat(there.swarms.counts(torrent)).isEqualTo(new SwarmCounts(1, 0, 0));
    }

    @Test
    void whoExpiresWhereItIsSilentStaysWhereItSpeaks() throws StoreUnavailableException {
        Announce peer = Announce.of(torrent);
        peer.to(here);
        time.pass(Duration.ofMinutes(40));
        peer.to(there);
        time.pass(Duration.ofMinutes(40));
        here.swarms.expire();
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isEqualTo(1);
    }

    @Test
    void aFullHouseIsNotOverfilledByNews() throws StoreUnavailableException {
        for (int port = 1; port <= 16; port++) {
            Announce.of(torrent)
                    .from("203.0.113.1")
                    .with("port", Integer.toString(port))
                    .to(port <= 8 ? here : there);
        }
        tell();

        assertThat(there.swarms.counts(torrent).leechers()).isEqualTo(8);
        assertThat(there.swarms.changes().drainGone(10)).as("told to delete").isEmpty();
    }

    @Test
    void countsOfCompletedDownloadsNeverFall() throws StoreUnavailableException {
        storeThere.left.add(new SwarmChanges(List.of(), List.of(), Map.of(torrent, 7L)));
        journalThere.follow();
        storeThere.left.clear();
        storeThere.left.add(new SwarmChanges(List.of(), List.of(), Map.of(torrent, 6L)));
        journalThere.follow();

        assertThat(there.swarms.counts(torrent).completed()).isEqualTo(7);
    }

    @Test
    void aTrackerThatWasGivenUpLoadsAllAgain() throws StoreUnavailableException {
        StoredPeer missed = new StoredPeer(
                torrent,
                new PeerAddress(IpAddress.of("203.0.113.7"), 7),
                PeerId.of(new byte[20]),
                ClientKey.NONE,
                PeerStatus.SEED,
                0,
                0,
                0,
                Instant.now(time));
        storeThere.peers.put(missed.ref(), missed);
        storeThere.givenUp = true;
        journalThere.follow();

        assertThat(there.swarms.counts(torrent).seeds()).isEqualTo(1);
    }

    @Test
    void untilThePeersAreThereClientsAreAskedBackSoon() throws StoreUnavailableException {
        InProcessTracker starting = tracker();
        Journal journal = new Journal(starting.swarms, new MemoryStore());
        assertThat(Announce.of(torrent).to(starting).number("interval")).isBetween(30L, 66L);
        assertThat(Announce.of(torrent).to(starting).number("min interval")).isEqualTo(30);

        journal.restore();

        assertThat(Announce.of(torrent).to(starting).number("interval")).isBetween(1620L, 1980L);
    }
}
