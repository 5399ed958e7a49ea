package seedbed.system;

import java.io.IOException;
import java.time.Duration;

/** Waits for what another program does in its own time. */
final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** What is expected; throws as long as it is not so. */
    interface Expectation {
        void check() throws Exception;
    }

    /**
     * Returns as soon as the expectation is met.
     *
     * @throws AssertionError the last one, or one about the last {@link IOException}, if it is not met in time
     */
    static void within(Duration patience, Expectation expectation) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                expectation.check();
                return;
            } catch (AssertionError | IOException notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("not met within " + patience + ": " + notYet.getMessage(), notYet);
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
