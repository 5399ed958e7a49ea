package seedbed.savings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock and a count of nanoseconds that stand still until told; the clock alone can also be set. */
final class SteppedTime extends Clock {

    private Instant now = Instant.parse("2026-11-24T10:15:00Z");
    private long nanos = -1_000_000_000_000L;

    void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    void set(Instant instant) {
        now = instant;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
