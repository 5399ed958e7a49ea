package seedbed.launch;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds on to at a moment.
 *
 * @param since the start of the soak
 * @param values by name: bytes for memory, counts for the rest
 */
record Vitals(Duration since, Map<String, Double> values) {

    static final String HEAP = "heap after a collection, MB";
    static final String RESIDENT = "resident, MB";
    static final String THREADS = "threads";
    static final String DESCRIPTORS = "descriptors";
    static final String TEMPORARY = "temporary files";

    private static final double MEGA = 1 << 20;

    Vitals {
        values = Map.copyOf(values);
    }

    /** @param metrics the text of {@code /metrics} */
    static Vitals of(Duration since, String metrics, long temporaryFiles) {
        Map<String, Double> values = new TreeMap<>();
        values.put(HEAP, number(metrics, "jvm_memory_used_bytes{area=\"heap\"}") / MEGA);
        values.put(RESIDENT, number(metrics, "process_resident_memory_bytes") / MEGA);
        values.put(THREADS, number(metrics, "jvm_threads_current"));
        values.put(DESCRIPTORS, number(metrics, "process_open_fds"));
        values.put(TEMPORARY, (double) temporaryFiles);
        return new Vitals(since, values);
    }

    private static double number(String metrics, String series) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(metrics);
        if (!line.find()) {
            throw new AssertionError("no " + series + " in " + metrics);
        }
        return Double.parseDouble(line.group(1));
    }

    double of(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
