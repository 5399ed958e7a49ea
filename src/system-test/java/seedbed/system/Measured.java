package seedbed.system;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial.
 *
 * @param imported bytes that came in over the link, all headers and the trackers' answers included
 * @param lastSeconds from the start of the first student's client until the last student had everything
 * @param seconds how long each student waited, in the order in which they came
 * @param ledger what our tracker says of it; none where no client asked it
 * @param busy the share of the processors' time that was used, by whomever
 */
record Measured(
        Trial trial,
        long imported,
        double lastSeconds,
        List<Double> seconds,
        @Nullable Estimate ledger,
        double busy) {

    /** One copy of what they want. */
    static final int IMAGE = 64 << 20;

    /** The ledger's interval of imported bytes. */
    record Estimate(long lower, long upper) {

        boolean contains(long bytes) {
            return lower <= bytes && bytes <= upper;
        }
    }

    Measured {
        seconds = List.copyOf(seconds);
    }

    double copies() {
        return copies(imported);
    }

    double meanSeconds() {
        return seconds.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    /** A row of the report's table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %.0f s | %.0f s | %s | %.0f %% |%n",
                trial.trackers().title(),
                trial.box() ? "yes" : "no",
                trial.joining().title(),
                copies(),
                lastSeconds,
                meanSeconds(),
                ledger == null
                        ? ""
                        : String.format(Locale.ROOT, "%.2f–%.2f", copies(ledger.lower), copies(ledger.upper)),
                100 * busy);
    }

    private static double copies(long bytes) {
        return (double) bytes / IMAGE;
    }
}
