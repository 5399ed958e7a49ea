package seedbed.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
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

    void announced(TrackerReply reply) {
        announces.labelValues(result(reply)).inc();
    }

    void scraped(TrackerReply reply) {
        scrapes.labelValues(result(reply)).inc();
    }

    private static String result(TrackerReply reply) {
        return reply instanceof Refusal refusal ? refusal.kind().name().toLowerCase(Locale.ROOT) : ANSWERED;
    }
}
