package seedbed.launch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a mirror whose database is on its way. */
final class Ready {

    private Ready() {}

    static void await(RawHttp http, String context) {
        until(() -> http.send("GET", context + "/readyz").status() == 200);
    }

    /** Waits for what comes about in its own time. */
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not so within a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
