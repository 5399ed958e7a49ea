package seedbed.web;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import seedbed.protocol.Refusal;
import seedbed.protocol.TrackerReply;

/** Counts what the tracker answered, and how long announces took. */
public final class TrackerMetrics {

    private final Results announces;
    private final Results scrapes;
    private final Latencies announceLatencies;

    public TrackerMetrics(PrometheusRegistry registry) {
        this.announces = new Results(registry, "seedbed_announces", "Announces by result: answered, or why refused.");
        this.scrapes = new Results(registry, "seedbed_scrapes", "Scrapes by result: answered, or why refused.");
        this.announceLatencies = new Latencies(
                "seedbed_announce_duration_seconds", "From an announce's arrival to its answer, without the network.");
        registry.register(announceLatencies);
    }

    /** One counter a result. All are there from the start: a rate would not see the first step of one that appears. */
    private static final class Results {

        private final CounterDataPoint answered;
        private final Map<Refusal.Kind, CounterDataPoint> refused = new EnumMap<>(Refusal.Kind.class);

        Results(PrometheusRegistry registry, String name, String help) {
            Counter counter =
                    Counter.builder().name(name).help(help).labelNames("result").register(registry);
            // Looked up once, for the look-up would cost an announce more than the counting.
            answered = counter.labelValues("answered");
            for (Refusal.Kind kind : Refusal.Kind.values()) {
                refused.put(kind, counter.labelValues(kind.name().toLowerCase(Locale.ROOT)));
            }
        }

        CounterDataPoint of(TrackerReply reply) {
            return reply instanceof Refusal refusal ? of(refusal.kind()) : answered;
        }

        CounterDataPoint of(Refusal.Kind kind) {
            return refused.getOrDefault(kind, answered);
        }
    }

    /** @param nanos from arrival to answer */
    void announced(TrackerReply reply, long nanos) {
        announces.of(reply).inc();
        announceLatencies.add(nanos);
    }

    void scraped(TrackerReply reply) {
        scrapes.of(reply).inc();
    }

    /** Announces so far, whatever the answer. */
    double announces() {
        return refusals().values().stream().mapToDouble(Long::doubleValue).sum() + announces.answered.get();
    }

    /** How often announces were refused, by reason, in the order of the reasons; those that never were are left out. */
    Map<Refusal.Kind, Long> refusals() {
        Map<Refusal.Kind, Long> refusals = new EnumMap<>(Refusal.Kind.class);
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            long count = announces.of(kind).getLongValue();
            if (count > 0) {
                refusals.put(kind, count);
            }
        }
        return refusals;
    }
}
