package seedbed.web;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.IntSupplier;

/** How busy the pools of database connections are. */
public final class PoolMetrics {

    private PoolMetrics() {}

    /**
     * A pool and its load at the moment of asking.
     *
     * @param busy connections in use
     * @param idle connections open and free
     * @param waiting threads that wait for one
     */
    public record Pool(String name, IntSupplier busy, IntSupplier idle, IntSupplier waiting) {}

    public static void register(PrometheusRegistry registry, List<Pool> pools) {
        GaugeWithCallback.builder()
                .name("seedbed_pool_connections")
                .help("Open connections to the database.")
                .labelNames("pool", "state")
                .callback(gauge -> pools.forEach(pool -> {
                    gauge.call(pool.busy().getAsInt(), pool.name(), "busy");
                    gauge.call(pool.idle().getAsInt(), pool.name(), "idle");
                }))
                .register(registry);
        GaugeWithCallback.builder()
                .name("seedbed_pool_waiting_threads")
                .help("Threads that wait for a connection to the database.")
                .labelNames("pool")
                .callback(
                        gauge -> pools.forEach(pool -> gauge.call(pool.waiting().getAsInt(), pool.name())))
                .register(registry);
    }
}
