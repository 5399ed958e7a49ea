package seedbed.load;

import java.util.HashMap;
import java.util.Map;
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

    private static final Pattern FIELD = Pattern.compile("\\b([a-z]+\\d*)=(\\d+)");

    /** Reads the line that {@code announce.lua} ends with. */
    static Served parse(String output) {
        Map<String, Long> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(output);
        while (matcher.find()) {
            fields.put(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        if (!fields.containsKey("announces")) {
            throw new IllegalStateException("wrk did not say how it went: " + output);
        }
        return new Served(
                fields.get("announces"),
                fields.get("micros"),
                fields.get("bytes"),
                fields.get("failures"),
                fields.get("walked"),
                fields.get("p50"),
                fields.get("p99"),
                fields.get("p999"));
    }

    double perSecond() {
        return announces * 1e6 / micros;
    }
}
