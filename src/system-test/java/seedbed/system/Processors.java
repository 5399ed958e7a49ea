package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How this machine's processors spent their time up to a moment.
 *
 * @param all since it was started
 * @param idle of that, with nothing to do
 */
record Processors(long all, long idle) {

    static Processors now() throws Exception {
        // cpu user nice system idle iowait irq softirq steal ...; what is of guests is in the first two already.
        List<Long> times = Stream.of(
                        Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +"))
                .skip(1)
                .limit(8)
                .map(Long::valueOf)
                .toList();
        return new Processors(times.stream().mapToLong(time -> time).sum(), times.get(3) + times.get(4));
    }

    /** The share of the time since then that they were used. */
    double busySince() throws Exception {
        Processors now = now();
        return 1 - (double) (now.idle - idle) / Math.max(1, now.all - all);
    }
}
