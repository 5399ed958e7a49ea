package seedbed.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.savings.TrafficUnavailable;
import seedbed.swarm.StoreUnavailableException;
import seedbed.web.FlushMetrics;

/** Writes something to the database when its time comes, and says once when that begins or ceases to fail. */
final class Flushing implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flushing.class);

    private final String what;
    private final Flush flush;
    private final FlushMetrics.Flush metrics;
    private boolean failing;

    /** Writes what is new, or throws and keeps it. */
    @FunctionalInterface
    interface Flush {
        void run() throws StoreUnavailableException;
    }

    /** @param what is written, for the log */
    Flushing(String what, Flush flush, FlushMetrics.Flush metrics) {
        this.what = what;
        this.flush = flush;
        this.metrics = metrics;
    }

    @Override
    public synchronized void run() {
        long begin = System.nanoTime();
        try {
            flush.run();
            metrics.succeeded(System.nanoTime() - begin);
            if (failing) {
                LOG.info("{} are written again", what);
            }
            failing = false;
        } catch (StoreUnavailableException | TrafficUnavailable away) {
            metrics.failed();
            if (!failing) {
                LOG.warn("{} wait in memory: {}", what, away.getMessage());
            }
            failing = true;
        } catch (RuntimeException defect) {
            metrics.failed();
            // A timer that meets an exception never comes again.
            LOG.error("writing {} met a defect", what, defect);
        }
    }

    /** What is new since the last time, once more at the end. */
    @Override
    public void close() {
        run();
    }
}
