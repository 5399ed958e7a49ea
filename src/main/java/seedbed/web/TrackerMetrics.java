package seedbed.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import seedbed.protocol.Refusal;
import seedbed.protocol.TrackerReply;

/** Counts what the tracker answered. */
public final class TrackerMetrics {

    private static final String ANSWERED = "answered";

    private final Counter announces;
    private final Counter scrapes;

    public TrackerMetrics(PrometheusRegistry registry) {
        this.announces = counter(registry, "seedbed_announces", "Announces by result: answered, or why refused.");
        this.scrapes = counter(registry, "seedbed_scrapes", "Scrapes by result: answered, or why refused.");
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).labelNames("result").register(registry);
    }

    private static String word(Refusal.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    void announced(TrackerReply reply) {
        announces.labelValues(result(reply)).inc();
    }

    void scraped(TrackerReply reply) {
        scrapes.labelValues(result(reply)).inc();
    }

    /** Announces so far, whatever the answer. */
    double announces() {
        return refusals().values().stream().mapToDouble(Long::doubleValue).sum()
                + announces.labelValues(ANSWERED).get();
    }

    /** How often announces were refused, by reason, in the order of the reasons; those that never were are left out. */
    Map<Refusal.Kind, Long> refusals() {
        Map<Refusal.Kind, Long> refusals = new EnumMap<>(Refusal.Kind.class);
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            long count = announces.labelValues(word(kind)).getLongValue();
            if (count > 0) {
                refusals.put(kind, count);
            }
        }
        return refusals;
    }

    private static String result(TrackerReply reply) {
        return reply instanceof Refusal refusal ? word(refusal.kind()) : ANSWERED;
    }
}
