package seedbed.web;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.function.ToLongFunction;
import seedbed.savings.Growth;
import seedbed.savings.Ledger;
import seedbed.savings.Side;

/** What the ledger of this process counted since it started; several processes add up. */
public final class SavingsMetrics {

    private SavingsMetrics() {}

    public static void register(PrometheusRegistry registry, Ledger ledger) {
        counter(
                registry,
                ledger,
                "seedbed_downloaded_bytes",
                "Bytes that clients said to have fetched.",
                Growth::downloaded);
        counter(registry, ledger, "seedbed_uploaded_bytes", "Bytes that clients said to have given.", Growth::uploaded);
    }

    private static void counter(
            PrometheusRegistry registry, Ledger ledger, String name, String help, ToLongFunction<Growth> bytes) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("side")
                .callback(counter -> {
                    for (Side side : Side.values()) {
                        counter.call(
                                (double) bytes.applyAsLong(ledger.counted(side)),
                                side.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(registry);
    }
}
