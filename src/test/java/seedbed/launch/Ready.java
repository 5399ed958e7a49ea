package seedbed.launch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a mirror whose database is on its way. */
final class Ready {

    private Ready() {}

    static void await(RawHttp http, String context) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (http.send("GET", context + "/readyz").status() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not ready within a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
