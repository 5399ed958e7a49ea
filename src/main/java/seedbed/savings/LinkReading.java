package seedbed.savings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * What a counter beside the outside link shows: that of a router's interface, say, or of a seed box's confinement.
 *
 * @param source which counter: 1 to 64 letters, digits, dots, hyphens and underscores
 * @param at when it was read, to the microsecond
 * @param in bytes that came in since the counter was at 0; likewise {@code out}
 */
public record LinkReading(String source, Instant at, long in, long out) {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws IllegalArgumentException saying which of them is wrong, in words fit for whoever sent it */
    public LinkReading {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "source: 1 to 64 letters, digits, dots, hyphens and underscores are expected");
        }
        if (in < 0 || out < 0) {
            throw new IllegalArgumentException("in_bytes, out_bytes: counters of 0 or more are expected");
        }
        // As fine as it is kept: the same reading sent again must be the same.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the counter began anew since. */
    public boolean isBelow(LinkReading earlier) {
        return in < earlier.in || out < earlier.out;
    }
}
