package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes of one mirror behind lighttpd, which are restarted one after the other while clients announce. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class RollingRestartSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    @DisplayName("two processes that start on an empty database at once make its tables once, and both serve")
    void nodesAreRestartedOneByOne() throws Exception {
        PostgresServer postgres = PostgresServer.create(bench).start();
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Node> first = other.submit(() -> new Node(bench.path("a"), postgres));
        Node b = bench.add(new Node(bench.path("b"), postgres));
        Node a = bench.add(first.get());
        other.shutdown();
        assertThat(postgres.column("SELECT count(*) FROM schema_history WHERE NOT success"))
                .containsExactly("0");
        assertThat(a.process.output() + b.process.output()).doesNotContain("WARN", "ERROR", "waiting");

        Lighttpd lighttpd = bench.add(Lighttpd.start(
                bench.directory("lighttpd"),
                Workbench.freePort(),
                Lighttpd.leastConfiguration(),
                bench.directory("publish"),
                List.of(Backend.socket(a.socket), Backend.socket(b.socket)),
                ""));
        a.list();
        b.awaitListing();
        try (SteadyLoad load = SteadyLoad.start(Http.to(lighttpd.port()), 40)) {
            a.restartUnder(load);
            b.restartUnder(load);
            a.restartUnder(load);
            load.stop();

            assertThat(load.failures()).isEmpty();
            assertThat(load.answers()).isGreaterThan(100);
        }
    }

    /** One {@code serve} with a socket and a directory of its own, on the database of all. */
    private static final class Node implements AutoCloseable {

        private final Path home;
        private final Path socket;
        private final PostgresServer postgres;
        private SeedbedProcess process;

        Node(Path home, PostgresServer postgres) throws Exception {
            this.home = Files.createDirectory(home);
            this.socket = home.resolve("http.socket");
            this.postgres = postgres;
            this.process = start();
        }

        private SeedbedProcess start() throws Exception {
            Map<String, String> settings = new HashMap<>(postgres.settings());
            settings.put("http.port", "0");
            settings.put("http.socket", socket.toString());
            settings.put("data.dir", home.resolve("var").toString());
            settings.put("admin.token", RunningMirror.TOKEN);
            return SeedbedProcess.serve(home, settings);
        }

        void list() throws Exception {
            Http admin = Http.over(socket).with("Authorization", "Bearer " + RunningMirror.TOKEN);
            assertThat(admin.with("X-Forwarded-For", "127.0.0.1")
                            .send("PUT", "/admin/whitelist/" + AnnounceLoad.HASH)
                            .status())
                    .isEqualTo(201);
        }

        void awaitListing() throws Exception {
            Eventually.within(
                    PATIENCE,
                    () -> assertThat(Http.over(socket).get("/swarms.json").text())
                            .contains(AnnounceLoad.HASH));
        }

        /** Both ends of it while at least some announces pass, so that neither is missed. */
        void restartUnder(SteadyLoad load) throws Exception {
            awaitMore(load);
            assertThat(process.stop()).isZero();
            assertThat(Files.exists(socket)).isFalse();
            awaitMore(load);
            process = start();
            awaitTurn();
        }

        /** lighttpd looks only once a second whether a backend that was gone is there again. */
        private void awaitTurn() throws Exception {
            Eventually.within(
                    PATIENCE,
                    () -> assertThat(Http.over(socket).get("/metrics").text())
                            .containsPattern("seedbed_announces_total\\{result=\"answered\"} [1-9]"));
        }

        private void awaitMore(SteadyLoad load) throws Exception {
            int before = load.answers();
            Eventually.within(PATIENCE, () -> assertThat(load.answers()).isGreaterThan(before + 20));
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
