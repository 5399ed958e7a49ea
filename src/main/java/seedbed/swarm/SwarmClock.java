package seedbed.swarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Time for peers: counted by a source that never steps, and told as instants only to the store. When the machine's
 * clock is set, nobody in a swarm gets older or younger.
 */
public final class SwarmClock {

    // A peer remembers when it was last seen in 31 bits: this is fine enough for timeouts, and lasts six years.
    private static final int TICK_MILLIS = 100;

    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000L;

    /** The time of day may drift so far from ours, by corrections too small to be seen, before it counts as set. */
    private static final Duration DRIFT = Duration.ofSeconds(1);

    private final Clock wall;
    private final LongSupplier nanos;
    private final long origin;

    // The time of day when this clock stood at 0: remembered, so that one tick is always the same instant.
    private volatile Instant beginning;

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
        this.beginning = wall.instant().truncatedTo(ChronoUnit.MILLIS);
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
        return beginning().plusMillis((long) TICK_MILLIS * tick);
    }

    /** The time of an instant, negative if it was before this was built; what lies in the future is now. */
    int timeOf(Instant instant) {
        long millis = Duration.between(beginning(), instant).toMillis();
        return (int) Math.max(Integer.MIN_VALUE / 2, Math.min(now(), Math.floorDiv(millis, (long) TICK_MILLIS)));
    }

    private Instant beginning() {
        Instant now = wall.instant().minusNanos(nanos.getAsLong() - origin).truncatedTo(ChronoUnit.MILLIS);
        if (Duration.between(beginning, now).abs().compareTo(DRIFT) > 0) {
            beginning = now;
        }
        return beginning;
    }
}
