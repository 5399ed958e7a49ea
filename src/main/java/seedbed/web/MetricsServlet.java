package seedbed.web;

import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.exporter.servlet.jakarta.HttpExchangeAdapter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Shows the metrics. What writes them, and what Java tells of itself, is loaded when they are first asked for: a start
 * would have to wait for it.
 */
public final class MetricsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient PrometheusRegistry registry;
    private final String version;
    private transient @Nullable PrometheusScrapeHandler writer;

    /** @param version of this program */
    public MetricsServlet(PrometheusRegistry registry, String version) {
        super("GET");
        this.registry = registry;
        this.version = version;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer().handleRequest(new HttpExchangeAdapter(request, response));
    }

    private synchronized PrometheusScrapeHandler writer() {
        if (writer == null) {
            ProcessMetrics.register(registry, version);
            writer = new PrometheusScrapeHandler(registry);
        }
        return writer;
    }
}
