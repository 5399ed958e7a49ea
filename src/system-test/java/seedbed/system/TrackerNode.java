package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A tracker process on a PostgreSQL that it may share with others; without a site. */
record TrackerNode(SeedbedProcess process) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Starts it, for the first time or again. */
    static TrackerNode start(Workbench bench, PostgresServer postgres, Path home) throws Exception {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("http.port", "0");
        settings.put("data.dir", home.resolve("var").toString());
        settings.put("proxy.trusted", "127.0.0.1");
        settings.put("admin.token", RunningMirror.TOKEN);
        TrackerNode node = new TrackerNode(bench.add(SeedbedProcess.serve(home, settings)));
        Eventually.within(
                PATIENCE, () -> assertThat(node.http().get("/readyz").status()).isEqualTo(200));
        return node;
    }

    /** Straight to it, from an address that is not a front server's. */
    Http http() {
        return Http.to(process.port()).from(5);
    }

    /** Lists the torrent of {@link AnnounceLoad}. */
    void list() throws Exception {
        HttpAnswer answer = http().with("Authorization", "Bearer " + RunningMirror.TOKEN)
                .send("PUT", "/admin/whitelist/" + AnnounceLoad.HASH);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** Fails as long as it does not know exactly so many seeds, and nobody else. */
    void assertSeeds(int seeds) throws IOException {
        assertThat(http().get("/swarms.json").text())
                .isEqualTo("{\"" + AnnounceLoad.HASH + "\":{\"seeds\":" + seeds + ",\"leechers\":0,\"completed\":0}}");
    }

    /** Fails as long as it does not serve the torrent. */
    void assertLists() throws IOException {
        assertThat(http().get("/swarms.json").text()).contains(AnnounceLoad.HASH);
    }
}
