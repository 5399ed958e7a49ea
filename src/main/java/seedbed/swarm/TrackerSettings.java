package seedbed.swarm;

import java.time.Duration;

/**
 * What an operator decides about answers.
 *
 * @param interval after which a client should announce again
 * @param minInterval before which it must not
 * @param peerTimeout after which a peer that said nothing is gone
 * @param numwant peers for a client that does not say how many it wants
 * @param maxNumwant peers a client gets at most
 */
public record TrackerSettings(
        Duration interval, Duration minInterval, Duration peerTimeout, int numwant, int maxNumwant) {

    public TrackerSettings {
        requirePositive("interval", interval);
        requirePositive("min-interval", minInterval);
        requirePositive("peer-timeout", peerTimeout);
        if (numwant < 0 || maxNumwant < 0) {
            throw new IllegalArgumentException(
                    "numwant and max-numwant are 0 or more, not " + numwant + ", " + maxNumwant);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is a duration longer than 0, not " + duration);
        }
    }

    /** Whole seconds, at least one. */
    int intervalSeconds() {
        return seconds(interval);
    }

    /** Whole seconds, never more than the interval: clients obey the larger of the two. */
    int minIntervalSeconds() {
        return Math.min(seconds(minInterval), intervalSeconds());
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, Math.min(duration.toSeconds(), Integer.MAX_VALUE / 2));
    }
}
