package seedbed.web;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import seedbed.campus.FrontServers;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.Census;
import seedbed.swarm.Swarms;
import seedbed.swarm.Whitelist;

/** What the tracker holds at the moment of asking, from memory: a scrape waits for no database. */
public final class StateMetrics {

    private static final double MILLIS = 1e3;

    private final PrometheusRegistry registry;

    public StateMetrics(PrometheusRegistry registry) {
        this.registry = registry;
    }

    public void registerSwarms(Swarms swarms) {
        GaugeWithCallback.builder()
                .name("seedbed_peers")
                .help("Peers by network and state.")
                .labelNames("network", "state")
                .callback(gauge -> tell(swarms.census(), gauge))
                .register(registry);
        gauge("seedbed_swarms", "Torrents that have peers.", swarms::size);
        gauge(
                "seedbed_backlog_peers",
                "Peers that changed, came or went and wait to be written.",
                swarms::changedCount);
    }

    private static void tell(Census census, GaugeWithCallback.Callback gauge) {
        for (Census.Network network : Census.Network.values()) {
            for (PeerStatus status : PeerStatus.values()) {
                if (status != PeerStatus.GONE) {
                    gauge.call(census.peers(network, status), word(network), word(status));
                }
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public void registerWhitelist(Whitelist whitelist) {
        gauge("seedbed_ready", "Whether the whitelist is known, as /readyz says.", () -> whitelist.isLoaded() ? 1 : 0);
        gauge(
                "seedbed_listed_hashes",
                "Info-hashes that are served.",
                () -> whitelist.hashes().size());
    }

    /** The classic mistake: behind a front server that is not trusted, every peer seems to be the front server. */
    public void registerFrontServers(FrontServers frontServers) {
        gauge(
                "seedbed_forwarded_header_ignored",
                "Whether somebody who is not in proxy.trusted sent X-Forwarded-For.",
                () -> frontServers.firstIgnored().isPresent() ? 1 : 0);
    }

    /**
     * Adds when the database was last heard of.
     *
     * @param heard when it last answered
     */
    public void registerDatabase(Supplier<Optional<Instant>> heard) {
        GaugeWithCallback.builder()
                .name("seedbed_database_last_answer_timestamp_seconds")
                .help("When the database last answered; it is asked every five seconds.")
                .callback(gauge -> heard.get().ifPresent(time -> gauge.call(time.toEpochMilli() / MILLIS)))
                .register(registry);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(value.getAsDouble()))
                .register(registry);
    }
}
