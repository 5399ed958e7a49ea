package seedbed.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import seedbed.admin.RunLog;
import seedbed.admin.RunReport;
import seedbed.admin.RunState;

/** Counts the runs whose reports pass on their way to where they are kept. Dry runs publish nothing and are left out. */
public final class RunMetrics implements RunLog {

    private static final double MILLIS = 1e3;

    private final RunLog log;
    private final Counter runs;
    private final Gauge lastDuration;
    private final Gauge lastEnd;

    public RunMetrics(PrometheusRegistry registry, RunLog log) {
        this.log = log;
        this.runs = Counter.builder()
                .name("seedbed_runs")
                .help("Regenerations and roll backs of this process, by how they ended.")
                .labelNames("outcome")
                .register(registry);
        this.lastDuration = Gauge.builder()
                .name("seedbed_run_last_duration_seconds")
                .help("How long the last run took.")
                .register(registry);
        this.lastEnd = Gauge.builder()
                .name("seedbed_run_last_end_timestamp_seconds")
                .help("When a run last ended so.")
                .labelNames("outcome")
                .register(registry);
        for (RunState end : List.of(RunState.SUCCEEDED, RunState.UNCHANGED, RunState.FAILED)) {
            runs.initLabelValues(end.word());
            lastEnd.initLabelValues(end.word());
        }
    }

    @Override
    public void save(RunReport report) {
        if (!report.order().dryRun()) {
            count(report);
        }
        log.save(report);
    }

    private void count(RunReport report) {
        runs.labelValues(report.state()).inc();
        if (report.started() != null && report.finished() != null) {
            Instant finished = Instant.parse(report.finished());
            lastDuration.set(
                    Duration.between(Instant.parse(report.started()), finished).toMillis() / MILLIS);
            lastEnd.labelValues(report.state()).set(finished.toEpochMilli() / MILLIS);
        }
    }

    @Override
    public Optional<RunReport> find(String id) {
        return log.find(id);
    }

    @Override
    public List<RunReport> recent(int most) {
        return log.recent(most);
    }
}
