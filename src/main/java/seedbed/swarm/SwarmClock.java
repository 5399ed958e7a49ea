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

    // A peer remembers when it was last seen in 31 bits: this is fine enough for timeouts, and lasts six years.
    private static final int TICK_MILLIS = 100;

    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000L;

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

    /** How many ticks fit into a span of time that is not negative. */
    static int ticks(Duration span) {
        return (int) Math.min(Integer.MAX_VALUE / 2, span.toMillis() / TICK_MILLIS);
    }

    /** Ticks since this was built. */
    int now() {
        return (int) ((nanos.getAsLong() - origin) / TICK_NANOS);
    }

    Instant instantAt(int tick) {
        return wall.instant().minus(Duration.ofMillis((long) TICK_MILLIS * (now() - tick)));
    }

    /** The time of an instant, negative if it was before this was built; what lies in the future is now. */
    int timeOf(Instant instant) {
        Duration ago = Duration.between(instant, wall.instant());
        return now() - (ago.isNegative() ? 0 : ticks(ago));
    }
}
