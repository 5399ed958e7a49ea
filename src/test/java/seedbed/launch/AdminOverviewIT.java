package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.protocol.InfoHash;
import seedbed.store.TestDatabase;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

/** The overview, as programs get it. */
final class AdminOverviewIT {

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;
    private static InfoHash hash;

    @BeforeAll
    static void start() throws Exception {
        mirror = new RunningMirror(
                folder,
                TestDatabase.empty(),
                Map.of("campus.seedboxes", "192.0.2.1, 192.0.2.2", "campus.networks", "198.51.100.0/24, 10.0.0.0/8"));
        byte[] hybrid = new TorrentBuilder(1).name("one").single(50_000).build(TorrentVersion.HYBRID);
        byte[] other = new TorrentBuilder(2).name("two").single(50_000).build(TorrentVersion.V1);
        Files.write(mirror.content().resolve("one.torrent"), hybrid);
        Files.write(mirror.content().resolve("two.torrent"), other);
        assertThat(mirror.admin("POST", "/admin/regenerate?wait=true").status()).isEqualTo(200);
        Torrent torrent = new TorrentReader().read(hybrid).torrent().orElseThrow();
        hash = torrent.v1().orElseThrow();
        announce(hash.hex(), "192.0.2.1", 0);
        announce(hash.hex(), "198.51.100.9", 500);
        announce(hash.hex(), "203.0.113.9", 500);
        announce("ee".repeat(20), "203.0.113.9", 500);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    private static void announce(String infoHash, String from, int left) {
        mirror.http()
                .send(
                        "GET",
                        "/announce?info_hash=" + infoHash.replaceAll("..", "%$0")
                                + "&peer_id=-XX0000-000000000001&port=5000&uploaded=0&downloaded=0&left=" + left,
                        "X-Forwarded-For: " + from);
    }

    private static JsonNode overview() {
        return AdminClient.json(mirror.admin("GET", "/admin/"));
    }

    @Test
    void peersAreCountedByNetwork() {
        assertThat(overview().get("tracker").get("networks").toString())
                .isEqualTo("[{\"network\":\"seed boxes\",\"seeds\":1,\"leechers\":0},"
                        + "{\"network\":\"198.51.100.0/24\",\"seeds\":0,\"leechers\":1},"
                        + "{\"network\":\"10.0.0.0/8\",\"seeds\":0,\"leechers\":0},"
                        + "{\"network\":\"outside\",\"seeds\":0,\"leechers\":1}]");
        assertThat(overview().get("tracker").get("peers").asInt()).isEqualTo(3);
    }

    @Test
    void refusalsAreCountedByReason() {
        assertThat(overview().get("tracker").get("refusals").toString())
                .isEqualTo(
                        "[{\"reason\":\"this tracker only serves the torrents published on its site\",\"count\":1}]");
    }

    @Test
    void aSeedBoxIsSaidToSeedTorrentsNotHashes() {
        JsonNode boxes = overview().get("seed_boxes");

        assertThat(boxes).hasSize(2);
        assertThat(boxes.get(0).get("address").asText()).isEqualTo("192.0.2.1");
        assertThat(boxes.get(0).get("seeds").asInt()).isEqualTo(1);
        assertThat(boxes.get(0).get("of").asInt()).isEqualTo(2);
        assertThat(boxes.get(1).get("address").asText()).isEqualTo("192.0.2.2");
        assertThat(boxes.get(1).get("heard").isNull()).isTrue();
    }

    @Test
    void whatIsListedByHandIsNoPartOfTheCatalogue() {
        mirror.admin("PUT", "/admin/whitelist/" + "ab".repeat(20));

        assertThat(overview().get("seed_boxes").get(0).get("of").asInt()).isEqualTo(2);
    }

    @Test
    void theReleaseAndTheDatabaseAreTold() {
        JsonNode overview = overview();

        assertThat(overview.get("release").get("torrents").asInt()).isEqualTo(2);
        assertThat(overview.get("database").get("reachable").asBoolean()).isTrue();
        assertThat(overview.get("warnings")).isEmpty();
    }

    @Test
    void aForwardedHeaderFromSomebodyNotTrustedIsSaid(@TempDir Path other) throws Exception {
        try (RunningMirror untrusting = new RunningMirror(other, TestDatabase.empty(), Map.of("proxy.trusted", ""))) {
            assertThat(AdminClient.json(untrusting.admin("GET", "/admin/")).get("warnings"))
                    .isEmpty();
            untrusting.http().send("GET", "/announce", "X-Forwarded-For: 203.0.113.9");

            assertThat(AdminClient.json(untrusting.admin("GET", "/admin/"))
                            .get("warnings")
                            .toString())
                    .contains("127.0.0.1 sends X-Forwarded-For but is not in proxy.trusted");
        }
    }

    @Test
    void aBearerOfATokenSeesThePageToo() {
        RawHttp.Answer page = mirror.http()
                .send("GET", "/admin/", "Accept: text/html", "Authorization: Bearer " + RunningMirror.TOKEN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>Overview</h1>").doesNotContain("Log out");
    }
}
