package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;

/** How many peers are said to wait for the store. */
final class BacklogTest {

    private final InProcessTracker tracker = InProcessTracker.started();
    private final InfoHash torrent = tracker.newTorrent();
    private final MemoryStore store = new MemoryStore();
    private final Journal journal = new Journal(tracker.swarms, store);
    private final List<Integer> waitingMeanwhile = new ArrayList<>();

    BacklogTest() {
        store.whileSaving = () -> waitingMeanwhile.add(tracker.swarms.changedCount());
        Announce.of(torrent).to(tracker);
        Announce.of(torrent).to(tracker);
    }

    @Test
    void whatTheStoreHasNotAcknowledgedWaits() throws StoreUnavailableException {
        journal.flush();

        assertThat(waitingMeanwhile).containsExactly(2);
    }

    @Test
    void whatIsWrittenWaitsNoLonger() throws StoreUnavailableException {
        journal.flush();

        assertThat(tracker.swarms.changedCount()).isZero();
    }

    @Test
    void whatCouldNotBeWrittenWaitsOnce() {
        store.away = true;

        assertThatThrownBy(journal::flush).isInstanceOf(StoreUnavailableException.class);
        assertThat(tracker.swarms.changedCount()).isEqualTo(2);
    }
}
