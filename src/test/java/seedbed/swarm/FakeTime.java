package seedbed.swarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes when a test says so; the wall clock can also be set without any time passing. */
final class FakeTime extends Clock {

    private Instant wall = Instant.parse("2026-11-24T12:00:00Z");
    private long nanos = 1;

    void pass(Duration duration) {
        nanos += duration.toNanos();
        wall = wall.plus(duration);
    }

    void setWall(Instant instant) {
        wall = instant;
    }

    SwarmClock swarmClock() {
        return new SwarmClock(this, () -> nanos);
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
        throw new UnsupportedOperationException("swarms know no zones");
    }
}
