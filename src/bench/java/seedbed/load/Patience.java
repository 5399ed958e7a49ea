package seedbed.load;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another program does in its own time. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    /**
     * Returns as soon as it is so.
     *
     * @throws IllegalStateException naming what was waited for, if it does not come in time
     */
    static void until(String what, Duration limit, Callable<Boolean> isSo) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + limit.toSeconds() + " s: " + what);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
