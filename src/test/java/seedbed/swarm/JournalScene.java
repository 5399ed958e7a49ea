package seedbed.swarm;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import seedbed.protocol.InfoHash;
import seedbed.time.FakeTime;

/** A tracker that writes its peers down, and can be restarted. */
abstract class JournalScene {

    final FakeTime time = new FakeTime();
    final MemoryStore store = new MemoryStore();
    final InfoHash torrent = Hashes.random();
    InProcessTracker tracker = run();
    Journal journal = new Journal(tracker.swarms, store);

    @BeforeEach
    void restoreNothing() throws StoreUnavailableException {
        journal.restore();
    }

    void restart() throws StoreUnavailableException {
        journal.flush();
        beginRun();
        journal.restore();
    }

    void beginRun() {
        tracker = run();
        journal = new Journal(tracker.swarms, store);
    }

    private InProcessTracker run() {
        InProcessTracker run = new InProcessTracker(time, InProcessTracker.SETTINGS);
        run.whitelist.replaceAll(List.of(torrent));
        return run;
    }
}
