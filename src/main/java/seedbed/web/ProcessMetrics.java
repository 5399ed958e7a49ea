package seedbed.web;

import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What runs here, and how its Java is. */
final class ProcessMetrics {

    private ProcessMetrics() {}

    /**
     * Adds them.
     *
     * @param version of this program
     */
    static void register(PrometheusRegistry registry, String version) {
        Info.builder()
                .name("seedbed_build_info")
                .help("The version that runs.")
                .labelNames("version")
                .register(registry)
                .addLabelValues(version);
        JvmMetrics.builder().register(registry);
    }
}
