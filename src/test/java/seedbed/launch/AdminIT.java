package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

/** Publishing and rolling back, as an admin does it over HTTP. */
final class AdminIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private RunningMirror mirror;

    @BeforeEach
    void start() throws Exception {
        mirror = RunningMirror.in(folder);
    }

    @AfterEach
    void stop() {
        mirror.close();
    }

    @Test
    void aRegenerationPublishesWhatIsInTheTree() throws IOException {
        write("hello.txt", "# Hello\n\nWorld.");

        JsonNode run = json(mirror.admin("POST", "/admin/regenerate?wait=true"));

        assertThat(run.get("state").asText()).isEqualTo("succeeded");
        assertThat(run.get("counts").get("added").asInt()).isPositive();
        assertThat(run.get("finished").asText()).endsWith("Z");
        assertThat(mirror.http().send("GET", "/hello.html").text()).contains("<h1", "World.");
    }

    @Test
    void withoutWaitingTheAnswerSaysWhereTheRunCanBeWatched() {
        RawHttp.Answer answer = mirror.admin("POST", "/admin/regenerate");
        String location = answer.header("location").orElseThrow();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(location).matches("/admin/runs/[0-9A-Za-z-]+");
        assertThat(mirror.admin("GET", location).status()).isEqualTo(200);
    }

    @Test
    void publishingTheSameAgainChangesNothing() throws IOException {
        write("hello.txt", "# Hello");
        mirror.admin("POST", "/admin/regenerate?wait=true");

        JsonNode run = json(mirror.admin("POST", "/admin/regenerate?wait=true"));

        assertThat(run.get("state").asText()).isEqualTo("unchanged");
    }

    @Test
    void contentWithAnErrorIsNotPublishedAndEveryProblemIsListed() throws IOException {
        write("good.txt", "# Good");
        mirror.admin("POST", "/admin/regenerate?wait=true");
        write("bad.torrent", "no bencode");
        Files.write(mirror.content().resolve("worse.txt"), new byte[] {'a', '\n', (byte) 0xff});

        RawHttp.Answer answer = mirror.admin("POST", "/admin/regenerate?wait=true");
        JsonNode run = json(answer);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(run.get("state").asText()).isEqualTo("failed");
        assertThat(run.get("problems"))
                .extracting(problem -> problem.get("path").asText())
                .contains("bad.torrent", "worse.txt");
        assertThat(mirror.http().send("GET", "/good.html").status()).isEqualTo(200);
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndChangesNothing() throws IOException {
        write("hello.txt", "# Hello");

        JsonNode run = json(mirror.admin("POST", "/admin/regenerate?wait=true&dry-run=true"));

        assertThat(run.get("state").asText()).isEqualTo("succeeded");
        assertThat(run.get("differences").get("added"))
                .extracting(JsonNode::asText)
                .contains("webroot/hello.html");
        assertThat(mirror.http().send("GET", "/hello.html").status()).isEqualTo(404);
    }

    @Test
    void aPublishedTorrentIsServedByTheTracker() throws IOException {
        Torrent torrent = publishTorrent(1, "one");

        JsonNode swarms = json(mirror.http().send("GET", "/swarms.json"));

        assertThat(swarms.has(torrent.v1().orElseThrow().hex())).isTrue();
        assertThat(mirror.http().send("GET", "/one.torrent").header("content-type"))
                .contains("application/x-bittorrent");
    }

    @Test
    void rollingBackBringsPagesAndWhitelistBack() throws IOException {
        Torrent torrent = publishTorrent(1, "one");
        String first = currentRelease();
        Files.delete(mirror.content().resolve("one.torrent"));
        mirror.admin("POST", "/admin/regenerate?wait=true");

        RawHttp.Answer answer = mirror.admin("POST", "/admin/releases/" + first + "/activate");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(currentRelease()).isEqualTo(first);
        assertThat(mirror.http().send("GET", "/one.torrent").status()).isEqualTo(200);
        assertThat(json(mirror.admin(
                                "GET",
                                "/admin/whitelist/" + torrent.v1().orElseThrow().hex()))
                        .get(0)
                        .get("expires")
                        .isNull())
                .isTrue();
    }

    @Test
    void aReleaseThatIsNotKeptCannotBeActivated() {
        assertThat(mirror.admin("POST", "/admin/releases/999999/activate").status())
                .isEqualTo(404);
        assertThat(mirror.admin("POST", "/admin/releases/..%2f..%2fetc/activate")
                        .status())
                .isIn(400, 404);
    }

    @Test
    void listingByHandIsIdempotent() {
        String hash = "ab".repeat(20);

        assertThat(mirror.admin("PUT", "/admin/whitelist/" + hash).status()).isEqualTo(201);
        assertThat(mirror.admin("PUT", "/admin/whitelist/" + hash.toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(mirror.admin("GET", "/admin/whitelist/" + hash).status()).isEqualTo(200);
        assertThat(mirror.admin("DELETE", "/admin/whitelist/" + hash).status()).isEqualTo(204);
        assertThat(mirror.admin("DELETE", "/admin/whitelist/" + hash).status()).isEqualTo(204);
        assertThat(mirror.admin("GET", "/admin/whitelist/" + hash).status()).isEqualTo(404);
    }

    @Test
    void aListingThatIsNoInfoHashIsRefusedWithWhatIsExpected() {
        RawHttp.Answer answer = mirror.admin("PUT", "/admin/whitelist/xyz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("40 hexadecimal digits").doesNotContain("xyz");
    }

    @Test
    void reportsOfRunsOutliveTheProcess() throws Exception {
        String location = mirror.admin("POST", "/admin/regenerate?wait=true")
                .header("location")
                .orElseThrow();
        JsonNode before = json(mirror.admin("GET", location));

        mirror.restart();

        assertThat(json(mirror.admin("GET", location))).isEqualTo(before);
        assertThat(json(mirror.admin("GET", "/admin/runs"))).isNotEmpty();
    }

    @Test
    void aBrowserGetsRunsAsPages() {
        mirror.admin("POST", "/admin/regenerate?wait=true");

        RawHttp.Answer page = mirror.http()
                .send("GET", "/admin/runs", "Authorization: Bearer " + RunningMirror.TOKEN, "Accept: text/html");

        assertThat(page.header("content-type").orElseThrow()).startsWith("text/html");
        assertThat(page.text()).contains("<h1>Runs</h1>");
    }

    private Torrent publishTorrent(long seed, String name) throws IOException {
        byte[] bytes = new TorrentBuilder(seed).name(name).single(50_000).build(TorrentVersion.V1);
        Files.write(mirror.content().resolve(name + ".torrent"), bytes);
        assertThat(mirror.admin("POST", "/admin/regenerate?wait=true").status()).isEqualTo(200);
        return new TorrentReader().read(bytes).torrent().orElseThrow();
    }

    private String currentRelease() throws IOException {
        return String.valueOf(
                mirror.publishDir().resolve("current").toRealPath().getFileName());
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(mirror.content().resolve(path), text);
    }

    private static JsonNode json(RawHttp.Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
