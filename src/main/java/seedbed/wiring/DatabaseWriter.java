package seedbed.wiring;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is new to the database every few seconds, and at the end. Has a thread of its own: a database that neither
 * answers nor fails holds up nothing but this, and the end only for a moment.
 */
final class DatabaseWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWriter.class);
    private static final int FLUSH_SECONDS = 2;
    private static final int STOP_SECONDS = 10;

    private final List<Runnable> flushings;
    private final ScheduledExecutorService thread;

    DatabaseWriter(List<? extends Runnable> flushings) {
        this.flushings = List.copyOf(flushings);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread writer = new Thread(work, "seedbed-writer");
            // One that still waits for the database must not keep the process from ending.
            writer.setDaemon(true);
            return writer;
        });
    }

    void start() {
        every(FLUSH_SECONDS, this::flush);
    }

    /** Has other work done now and then that may have to wait for the database. */
    void every(int seconds, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(work, seconds, seconds, TimeUnit.SECONDS);
    }

    private void flush() {
        flushings.forEach(Runnable::run);
    }

    /** Writes what is new since the last time, if the database takes it within a few seconds. */
    @Override
    public void close() {
        Future<?> last = thread.submit(this::flush);
        thread.shutdown();
        try {
            last.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            LOG.error("the database did not answer within {} seconds: the last changes are not written", STOP_SECONDS);
        } catch (ExecutionException defect) {
            LOG.error("the last changes are not written", defect);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
