package seedbed.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.swarm.Journal;
import seedbed.swarm.StoreUnavailableException;

/** Writes the journal when its time comes, and says once when that begins or ceases to fail. */
final class Flushing implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flushing.class);

    private final Journal journal;
    private boolean failing;

    Flushing(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized void run() {
        try {
            journal.flush();
            if (failing) {
                LOG.info("peers are written again");
            }
            failing = false;
        } catch (StoreUnavailableException away) {
            if (!failing) {
                LOG.warn("changes wait in memory: {}", away.getMessage());
            }
            failing = true;
        } catch (RuntimeException defect) {
            // A timer that meets an exception never comes again.
            LOG.error("writing peers met a defect", defect);
        }
    }

    /** What changed since the last time, once more at the end. */
    @Override
    public void close() {
        run();
    }
}
