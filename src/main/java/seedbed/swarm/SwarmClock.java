package seedbed.swarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time for peers: counted by a source that never steps, and told as instants only to the store. When the machine's
 * clock is set, nobody in a swarm gets older or younger.
 */
public final class SwarmClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock wall;
    private final LongSupplier nanos;
    private final long origin;

    /**
     * A clock that starts at 0.
     *
     * @param wall the time of day
     * @param nanos nanoseconds since any moment, never falling: {@link System#nanoTime()}
     */
    public SwarmClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    /** Milliseconds since this was built. */
    long now() {
        return (nanos.getAsLong() - origin) / NANOS_PER_MILLI;
    }

    Instant instantAt(long millis) {
        return wall.instant().minusMillis(now() - millis);
    }

    /** The time of an instant, negative if it was before this was built; what lies in the future is now. */
    long timeOf(Instant instant) {
        return now() - Math.max(0, Duration.between(instant, wall.instant()).toMillis());
    }
}
