package seedbed.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an address that logs in with wrong tokens wait: after five of them half a minute, and twice as long after each
 * further one, up to a quarter of an hour. Thread-safe.
 */
public final class LoginThrottle {

    /** How many may fail before anybody has to wait. */
    static final int FREE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Addresses that failed longest ago are forgotten first, so that a flood from everywhere fills no memory. */
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant until) {}

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt before it is known how it ends, so that many at once are no way around.
     *
     * @param network from which it comes: an address, or what one owner has many addresses of
     * @return how long to wait; empty if the attempt may be made
     */
    public synchronized Optional<Duration> attempt(String network) {
        Instant now = clock.instant();
        Failures before = failures.getOrDefault(network, new Failures(0, Instant.MIN));
        if (now.isBefore(before.until())) {
            return Optional.of(Duration.between(now, before.until()));
        }
        int count = before.count() + 1;
        failures.remove(network);
        failures.put(network, new Failures(count, count < FREE ? Instant.MIN : now.plus(wait(count))));
        if (failures.size() > MOST_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
        return Optional.empty();
    }

    private static Duration wait(int count) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Forgets what failed before: the attempt was good. */
    public synchronized void succeeded(String network) {
        failures.remove(network);
    }
}
