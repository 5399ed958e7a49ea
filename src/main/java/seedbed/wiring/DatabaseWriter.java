package seedbed.wiring;

import java.time.Duration;
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

    /** With the time that it takes, what a crash loses was heard within two seconds. */
    private static final Duration FLUSH = Duration.ofMillis(1500);

    private final List<Runnable> flushings;
    private final int patience;
    private final ScheduledExecutorService thread;

    /** @param patience seconds that the database has at the end */
    DatabaseWriter(List<? extends Runnable> flushings, int patience) {
        this.patience = patience;
        this.flushings = List.copyOf(flushings);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread writer = new Thread(work, "seedbed-writer");
            // One that still waits for the database must not keep the process from ending.
            writer.setDaemon(true);
            return writer;
        });
    }

    void start() {
        every(FLUSH, this::flush);
    }

    /** Has other work done now and then that may have to wait for the database. */
    void every(Duration pause, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
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
            last.get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            LOG.error("the database did not answer within {} seconds: the last changes are not written", patience);
        } catch (ExecutionException defect) {
            LOG.error("the last changes are not written", defect);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
