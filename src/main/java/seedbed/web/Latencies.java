package seedbed.web;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How long something took, as a Prometheus histogram. Whoever adds never waits, not even for a scrape that reads: the
 * library's own histogram has a lock for that moment, and an announce must meet none.
 */
final class Latencies implements Collector {

    private static final double NANOS = 1e9;
    /** Seconds. An answer from memory takes tens of microseconds; from 10 ms on something is wrong. */
    private static final double[] BOUNDS = {
        25e-6, 50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 2.5e-3, 5e-3, 10e-3, 25e-3, 100e-3, 1, Double.POSITIVE_INFINITY
    };

    private final String name;
    private final String help;
    private final long[] bounds =
            Arrays.stream(BOUNDS).mapToLong(bound -> (long) (bound * NANOS)).toArray();
    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.length).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    /** @param name ends with the unit, {@code _seconds} */
    Latencies(String name, String help) {
        this.name = name;
        this.help = help;
    }

    void add(long nanos) {
        int bucket = 0;
        while (nanos > bounds[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(nanos);
    }

    @Override
    public MetricSnapshot collect() {
        long[] read = Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
        return HistogramSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(
                                Arrays.stream(BOUNDS).boxed().toList(),
                                Arrays.stream(read).boxed().toList()))
                        .sum(sum.sum() / NANOS)
                        .build())
                .build();
    }
}
