package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
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
        list(mirror, HASH, 201);

        Set<Integer> acknowledged;
        try (AnnounceLoad load = AnnounceLoad.start(Http.to(mirror.port()), HASH, 40)) {
            Eventually.within(PATIENCE, () -> assertThat(peers(primary)).hasSizeGreaterThan(100));
            acknowledged = peers(primary);
            primary.kill();
            Set<Integer> before = load.answered();
            Eventually.within(PATIENCE, () -> assertThat(load.answered()).hasSizeGreaterThan(before.size() + 40));
            replica.execute("SELECT pg_promote()");
            assertThat(peers(replica)).containsAll(acknowledged);
            Eventually.within(PATIENCE, () -> assertThat(peers(replica)).containsAll(before));
            load.close();
            assertThat(load.failures()).isEmpty();
            Eventually.within(
                    PATIENCE, () -> assertThat(peers(replica)).containsExactlyInAnyOrderElementsOf(load.answered()));
        }

        Eventually.within(PATIENCE, () -> list(mirror, LATER, 201));
        assertThat(mirror.output()).contains("is away", "is back").doesNotContain("\tat ");
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

    /** The ports of the peers that a server knows. */
    private static Set<Integer> peers(PostgresServer server) {
        try {
            return server.column("SELECT get_byte(address, 4) * 256 + get_byte(address, 5) FROM peer").stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (SQLException notNow) {
            throw new AssertionError(notNow);
        }
    }
}
