package seedbed.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;

/** How writing to the database goes, for each of the things that are written behind the tracker's back. */
public final class FlushMetrics {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Clock clock;
    private final Histogram durations;
    private final Counter failures;
    private final Gauge lastSuccess;

    public FlushMetrics(PrometheusRegistry registry, Clock clock) {
        this.clock = clock;
        this.durations = Histogram.builder()
                .name("seedbed_flush_duration_seconds")
                .help("How long it took to write all that was new to the database.")
                .labelNames("what")
                .classicOnly()
                .classicUpperBounds(0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
                .register(registry);
        this.failures = Counter.builder()
                .name("seedbed_flush_failures")
                .help("How often writing failed; what was to be written waits in memory.")
                .labelNames("what")
                .register(registry);
        this.lastSuccess = Gauge.builder()
                .name("seedbed_flush_last_success_timestamp_seconds")
                .help("When all that was new had last been written.")
                .labelNames("what")
                .register(registry);
    }

    /** The metrics of one thing that is written. */
    public Flush of(String what) {
        durations.initLabelValues(what);
        failures.initLabelValues(what);
        return new Flush(what);
    }

    /** Told how each attempt ended. */
    public final class Flush {

        private final String what;

        private Flush(String what) {
            this.what = what;
        }

        public void succeeded(long nanos) {
            durations.labelValues(what).observe(nanos / NANOS);
            lastSuccess.labelValues(what).set(clock.millis() / MILLIS);
        }

        public void failed() {
            failures.labelValues(what).inc();
        }
    }
}
