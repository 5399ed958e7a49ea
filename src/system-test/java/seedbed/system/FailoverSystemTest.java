package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A primary with a synchronous streaming replica, and a mirror that is told of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class FailoverSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LATER = "fedcba9876543210fedcba9876543210fedcba98";

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    @DisplayName("the primary is killed and the replica promoted: no announce fails, and nothing acknowledged is lost")
    void replicaTakesOver() throws Exception {
        PostgresServer primary = PostgresServer.create(bench, "primary").start();
        PostgresServer replica = primary.replica(bench, "replica").start();
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.execute("SELECT pg_reload_conf()");
        Path home = bench.directory("mirror");
        SeedbedProcess mirror = bench.add(SeedbedProcess.serve(home, settings(primary, replica, home)));
        list(mirror, AnnounceLoad.HASH, 201);

        Set<Integer> acknowledged;
        try (SteadyLoad load = SteadyLoad.start(Http.to(mirror.port()), 40)) {
            Eventually.within(PATIENCE, () -> assertThat(primary.peers()).hasSizeGreaterThan(100));
            acknowledged = primary.peers();
            primary.kill();
            Set<Integer> before = load.answered();
            Eventually.within(PATIENCE, () -> assertThat(load.answered()).hasSizeGreaterThan(before.size() + 40));
            replica.execute("SELECT pg_promote()");
            assertThat(replica.peers()).containsAll(acknowledged);
            Eventually.within(PATIENCE, () -> assertThat(replica.peers()).containsAll(before));
            load.stop();
            assertThat(load.failures()).isEmpty();
            Eventually.within(
                    PATIENCE, () -> assertThat(replica.peers()).containsExactlyInAnyOrderElementsOf(load.answered()));
        }

        Eventually.within(PATIENCE, () -> list(mirror, LATER, 201));
        // The list of torrents is followed over a connection of its own, which is tried every few seconds.
        Eventually.within(PATIENCE, () -> assertThat(mirror.output()).contains("is away", "is back"));
        assertThat(mirror.output()).doesNotContain("\tat ");
        assertThat(mirror.stop()).isZero();
    }

    private static Map<String, String> settings(PostgresServer primary, PostgresServer replica, Path home) {
        Map<String, String> settings = new HashMap<>(primary.settings());
        settings.put(
                "db.url",
                "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + replica.port()
                        + "/postgres?targetServerType=primary");
        settings.put("http.port", "0");
        settings.put("data.dir", home.resolve("var").toString());
        settings.put("admin.token", RunningMirror.TOKEN);
        return settings;
    }

    private static void list(SeedbedProcess mirror, String infoHash, int status) throws Exception {
        HttpAnswer listed = Http.to(mirror.port())
                .with("Authorization", "Bearer " + RunningMirror.TOKEN)
                .send("PUT", "/admin/whitelist/" + infoHash);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(status);
    }
}
