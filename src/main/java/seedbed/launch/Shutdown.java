package seedbed.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was started, last first, whether the start failed half-way or the process is told to end. */
final class Shutdown implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /** On TERM and INT everything is closed, and the process ends with 0, not with the signal's number. */
    void runWhenTheProcessEnds() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close();
                            Runtime.getRuntime().halt(SeedbedCommand.OK);
                        },
                        "seedbed-shutdown"));
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failure) {
                // The rest is still to be closed.
                LOG.warn("closing {} failed", part.getClass().getSimpleName(), failure);
            }
        }
    }
}
