package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL and the mirror start, stop and start again in whatever order a machine does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class BootOrderSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    @DisplayName("a mirror waits for PostgreSQL, goes on without it, and knows its peers after a restart")
    void databaseComesAndGoes() throws Exception {
        PostgresServer postgres = PostgresServer.create(bench);
        Path home = bench.directory("mirror");
        SeedbedProcess first = bench.add(SeedbedProcess.serve(home, settings(postgres, home)));

        assertWaitsForTheDatabase(first);
        postgres.start();
        assertServes(first);
        postgres.stop();
        assertGoesOnFromMemory(first);
        postgres.start();
        // What changed in between is written when the process ends, at the latest.
        assertThat(first.stop()).isZero();

        SeedbedProcess second = bench.add(SeedbedProcess.serve(home, settings(postgres, home)));
        Eventually.within(
                PATIENCE,
                () -> assertThat(Http.to(second.port()).get("/swarms.json").text())
                        .isEqualTo("{\"" + HASH + "\":{\"seeds\":2,\"leechers\":0,\"completed\":0}}"));
        assertThat(second.stop()).isZero();
        assertThat(first.output() + second.output()).doesNotContain("\tat ");
    }

    private static Map<String, String> settings(PostgresServer postgres, Path home) {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("http.port", "0");
        settings.put("data.dir", home.resolve("var").toString());
        settings.put("admin.token", RunningMirror.TOKEN);
        return settings;
    }

    private static void assertWaitsForTheDatabase(SeedbedProcess mirror) throws Exception {
        Http http = Http.to(mirror.port());

        assertThat(http.get("/healthz").status()).isEqualTo(200);
        assertThat(http.get("/readyz").status()).isEqualTo(503);
        TrackerAnswer refusal = announce(mirror, 7001);
        assertThat(refusal.failure()).isPresent();
        assertThat(refusal.number("interval")).isBetween(1L, 66L);
    }

    private static void assertServes(SeedbedProcess mirror) throws Exception {
        Http http = Http.to(mirror.port());

        Eventually.within(
                PATIENCE, () -> assertThat(http.get("/readyz").status()).isEqualTo(200));
        HttpAnswer listed =
                http.with("Authorization", "Bearer " + RunningMirror.TOKEN).send("PUT", "/admin/whitelist/" + HASH);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(201);
        assertThat(announce(mirror, 7001).number("complete")).isEqualTo(1);
    }

    private static void assertGoesOnFromMemory(SeedbedProcess mirror) throws Exception {
        assertThat(announce(mirror, 7002).number("complete")).isEqualTo(2);
        assertThat(Http.to(mirror.port()).get("/readyz").status()).isEqualTo(200);
    }

    private static TrackerAnswer announce(SeedbedProcess mirror, int port) throws Exception {
        String hash = HASH.replaceAll("..", "%$0");
        return TrackerAnswer.of(Http.to(mirror.port())
                .get("/announce?info_hash=" + hash + "&peer_id=-XX0001-abcdefgh" + port + "&port=" + port
                        + "&uploaded=0&downloaded=0&left=0&event=started&key=" + port));
    }
}
