package seedbed.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a load.
 *
 * @param announces answered with status 200
 * @param micros of the load
 * @param bytes of the answers, heads included
 * @param failures connections and answers that went wrong or took more than 20 s
 * @param walked how many peers of a walk, from its first, have surely been answered
 * @param p50 microseconds within which half of the answers came
 * @param p99 microseconds for all but a hundredth
 * @param p999 microseconds for all but a thousandth
 */
record Served(long announces, long micros, long bytes, long failures, long walked, long p50, long p99, long p999) {

    /** Reads the line that {@code announce.lua} ends with. */
    static Served parse(String output) {
        return new Served(
                field(output, "announces"),
                field(output, "micros"),
                field(output, "bytes"),
                field(output, "failures"),
                field(output, "walked"),
                field(output, "p50"),
                field(output, "p99"),
                field(output, "p999"));
    }

    private static long field(String output, String name) {
        Matcher field = Pattern.compile("\\b" + name + "=(\\d+)").matcher(output);
        if (!field.find()) {
            throw new IllegalStateException("wrk did not tell its " + name + ": " + output);
        }
        return Long.parseLong(field.group(1));
    }

    double perSecond() {
        return announces * 1e6 / micros;
    }
}
