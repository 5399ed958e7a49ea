package seedbed.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.savings.TrafficUnavailable;
import seedbed.swarm.StoreUnavailableException;

/** Writes something to the database when its time comes, and says once when that begins or ceases to fail. */
final class Flushing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Flushing.class);

    private final String what;
    private final Flush flush;
    private boolean failing;

    /** Writes what is new, or throws and keeps it. */
    @FunctionalInterface
    interface Flush {
        void run() throws StoreUnavailableException;
    }

    /** @param what is written, for the log */
    Flushing(String what, Flush flush) {
        this.what = what;
        this.flush = flush;
    }

    @Override
    public void run() {
        try {
            flush.run();
            if (failing) {
                LOG.info("{} are written again", what);
            }
            failing = false;
        } catch (StoreUnavailableException | TrafficUnavailable away) {
            if (!failing) {
                LOG.warn("{} wait in memory: {}", what, away.getMessage());
            }
            failing = true;
        } catch (RuntimeException defect) {
            // A timer that meets an exception never comes again.
            LOG.error("writing {} met a defect", what, defect);
        }
    }
}
