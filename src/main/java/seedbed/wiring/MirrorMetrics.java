package seedbed.wiring;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.List;
import seedbed.admin.RunLog;
import seedbed.config.Version;
import seedbed.store.Database;
import seedbed.web.FlushMetrics;
import seedbed.web.MetricsServlet;
import seedbed.web.PoolMetrics;
import seedbed.web.RunMetrics;
import seedbed.web.SavingsMetrics;
import seedbed.web.StateMetrics;
import seedbed.web.TrackerMetrics;

/** What {@code /metrics} shows of a mirror. */
final class MirrorMetrics {

    final PrometheusRegistry registry = new PrometheusRegistry();
    final TrackerMetrics tracker = new TrackerMetrics(registry);
    final FlushMetrics flushes = new FlushMetrics(registry, Clock.systemUTC());

    Servlet servlet() {
        return new MetricsServlet(registry, Version.number());
    }

    RunLog counted(RunLog log) {
        return new RunMetrics(registry, log);
    }

    void watch(TrackerSide side) {
        StateMetrics state = new StateMetrics(registry);
        state.registerSwarms(side.swarms);
        state.registerWhitelist(side.whitelist);
        state.registerFrontServers(side.frontServers);
        state.registerDatabase(side::databaseHeard);
        SavingsMetrics.register(registry, side.ledger);
    }

    void watchPools(Database tracker, Database publisher) {
        PoolMetrics.register(registry, List.of(pool("tracker", tracker), pool("publisher", publisher)));
    }

    private static PoolMetrics.Pool pool(String name, Database database) {
        return new PoolMetrics.Pool(
                name,
                () -> database.load().busy(),
                () -> database.load().idle(),
                () -> database.load().waiting());
    }
}
