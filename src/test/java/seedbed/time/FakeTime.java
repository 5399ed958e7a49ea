package seedbed.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes when a test says so; the wall clock can also be set without any time passing. */
public final class FakeTime extends Clock {

    private Instant wall;
    // As System.nanoTime may be: only differences mean anything.
    private long nanos = -1_000_000_000_000L;

    public FakeTime() {
        this(Instant.parse("2026-11-24T10:15:00Z"));
    }

    public FakeTime(Instant start) {
        this.wall = start;
    }

    public void pass(Duration duration) {
        nanos += duration.toNanos();
        wall = wall.plus(duration);
    }

    public void setWall(Instant instant) {
        wall = instant;
    }

    /** Nanoseconds since some moment, whatever the wall clock is set to. */
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody here asks for another zone");
    }
}
