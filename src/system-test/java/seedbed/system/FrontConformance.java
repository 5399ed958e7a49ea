package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds as well behind every front server with the configuration that we ship for it: the site is served from the
 * current release, and nobody is believed but the front server itself.
 */
abstract class FrontConformance extends MirrorConformance {

    /** Every byte in its percent-encoded form. */
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");
    /** 13 × 20 bytes hold each of the 256 values. */
    private static final int HASHES = 13;

    private RunningMirror mirror;

    abstract FrontServer.Kind kind();

    final RunningMirror mirror() {
        return mirror;
    }

    @Override
    final Deployment deployed() {
        return mirror;
    }

    @BeforeAll
    final void startTheMirror() throws Exception {
        Path content = bench.directory("content");
        Files.writeString(content.resolve("index.txt"), "# Welcome\n\nTo the mirror.\n");
        Path lectures = Files.createDirectory(content.resolve("lectures"));
        Files.writeString(lectures.resolve("first.txt"), "# The first lecture\n");
        Payload.write(bench.directory("files"), lectures.resolve("film.torrent"), "film.bin", 200_000, 3);
        Files.writeString(lectures.resolve("film.sha256"), "0".repeat(64) + "  film.bin\n");
        Files.writeString(lectures.resolve("SHA256SUMS"), "0".repeat(64) + "  film.bin\n");
        Map<String, String> settings =
                Map.of("content.dir", content.toString(), "campus.seedboxes", "192.0.2.0/28", "site.title", "Front");
        mirror = RunningMirror.start(bench, settings, Loopback.IPV4, kind());
    }

    static byte[] bytesFrom(int first) {
        byte[] bytes = new byte[20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    static String announce(byte[] hash, byte[] peerId, int port) {
        return "/announce?info_hash=" + PERCENT.formatHex(hash) + "&peer_id=" + PERCENT.formatHex(peerId) + "&port="
                + port + "&uploaded=0&downloaded=0&left=1&compact=1&key=0a1b2c3d&event=started";
    }

    /** Asks with curl, which knows TLS. */
    private HttpAnswer curl(String url, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("curl", "--silent", "--include", "--http1.1", "--insecure", url));
        command.addAll(List.of(options));
        Path directory = Files.createTempDirectory(bench.path(""), "curl-");
        return HttpAnswer.parse(Program.output("curl", directory, command).getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    @DisplayName("what a client says of itself")
    final class Claims {

        @Test
        @DisplayName("in info_hash and peer_id arrives with every kind of byte as over the socket")
        void everyByteReachesTheTracker() throws Exception {
            for (int i = 0; i < HASHES; i++) {
                byte[] hash = bytesFrom(i * 20);
                mirror.list(HexFormat.of().formatHex(hash));
                String target = announce(hash, bytesFrom(i * 20 + 7), 7000 + i);

                TrackerAnswer through = TrackerAnswer.of(mirror.front().get(target));
                TrackerAnswer direct = TrackerAnswer.of(
                        mirror.behind().with("X-Forwarded-For", "127.0.0.1").get(target));

                assertThat(through.failure()).isEmpty();
                assertThat(through.withoutInterval()).isEqualTo(direct.withoutInterval());
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @DisplayName("of its address is dropped, and its own address is what the tracker sees")
        void forgedAddressIsDropped(int client) throws Exception {
            byte[] hash = bytesFrom(33);
            mirror.list(HexFormat.of().formatHex(hash));

            HttpAnswer answer = mirror.front()
                    .from(client)
                    .with("X-Forwarded-For", "10.9.8.7")
                    .with("x-forwarded-for", "10.9.8.6, 10.9.8.5")
                    .with("Forwarded", "for=10.9.8.4")
                    .with("X-Real-IP", "10.9.8.3")
                    .get(announce(hash, bytesFrom(1), 7200));

            assertThat(TrackerAnswer.of(answer).address("external ip")).isEqualTo("127.0.0." + client);
        }

        @Test
        @DisplayName("of its connection is dropped: without TLS no cookie is kept for TLS alone")
        void forgedTlsIsDropped() throws Exception {
            HttpAnswer loggedIn = mirror.front()
                    .with("Accept", "text/html")
                    .with("X-Forwarded-Proto", "https")
                    .post("/admin/login", "token=" + RunningMirror.TOKEN);

            assertThat(loggedIn.header("Set-Cookie").orElseThrow()).doesNotContain("Secure");
        }

        @Test
        @DisplayName("in a query above 8 KiB gets the tracker's own refusal, not an error of the front server")
        void longQueryIsRefusedByTheTracker() throws Exception {
            HttpAnswer answer =
                    mirror.front().get(announce(bytesFrom(0), bytesFrom(0), 7300) + "&x=" + "x".repeat(8200));

            assertThat(TrackerAnswer.of(answer).failure()).isPresent();
        }
    }

    @Nested
    @DisplayName("over TLS")
    final class Tls {

        private String url(String path) {
            return "https://127.0.0.1:" + mirror.frontServer().tlsPort() + path;
        }

        @Test
        void theSessionIsKeptForTlsAlone() throws Exception {
            HttpAnswer loggedIn = curl(
                    url("/admin/login"), "--header", "Accept: text/html", "--data", "token=" + RunningMirror.TOKEN);

            assertThat(loggedIn.status()).isEqualTo(303);
            assertThat(loggedIn.header("Set-Cookie").orElseThrow()).endsWith("; Secure");
        }

        @Test
        void theSiteAndTheTrackerAreThere() throws Exception {
            assertThat(curl(url("/lectures/first.html")).status()).isEqualTo(200);
            assertThat(TrackerAnswer.of(curl(url("/announce"))).failure()).isPresent();
        }
    }

    @Nested
    @DisplayName("the site")
    final class PublishedSite {

        @ParameterizedTest
        @CsvSource({
            "/, text/html",
            "/lectures/, text/html",
            "/lectures/first.html, text/html",
            "/lectures/film.torrent, application/x-bittorrent",
            "/lectures/film.sha256, text/plain",
            "/lectures/SHA256SUMS, text/plain",
            "/feed.xml, application/xml",
            "/catalogue.json, application/json",
            "/swarms.json, application/json",
            "/healthz, application/json",
            "/readyz, application/json"
        })
        @DisplayName("is there, with its types and the headers that protect a browser")
        void isThere(String path, String type) throws Exception {
            HttpAnswer answer = mirror.front().get(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse("")).startsWith(type);
            assertThat(answer.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Cache-Control").orElse("")).containsAnyOf("no-cache", "no-store");
            assertThat(answer.bytes()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/nothing-here.html",
                    "/lectures/nothing.torrent",
                    "/seedbed/launch/Main.class",
                    "/WEB-INF/web.xml",
                    "/META-INF/MANIFEST.MF",
                    "/manifest",
                    "/rsync/",
                    "/metrics"
                })
        @DisplayName("says itself what is not there")
        void isNotThere(String path) throws Exception {
            HttpAnswer answer = mirror.front().get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.bytes())
                    .isEqualTo(Files.readAllBytes(mirror.publishDir().resolve("current/webroot/404.html")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/../manifest", "/..%2fmanifest", "/%2e%2e/rsync/", "/lectures/..%2f..%2fmanifest"})
        @DisplayName("ends at its root")
        void nothingAboveTheRoot(String path) throws Exception {
            assertThat(mirror.front().get(path).status()).isIn(400, 404);
        }

        @Test
        @DisplayName("leaves a 404 of the mirror itself its own words")
        void errorsOfTheMirrorPass() throws Exception {
            HttpAnswer answer = mirror.admin().get("/admin/whitelist/" + "12".repeat(20));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("\"error\"");
        }

        @Test
        @DisplayName("does not send an unchanged file again after a publication that changed others")
        void unchangedFilesKeepTheirTag() throws Exception {
            String tag =
                    mirror.front().get("/lectures/film.torrent").header("ETag").orElseThrow();
            Files.writeString(bench.path("content").resolve("news.txt"), "# News\n");
            assertThat(mirror.publish().text()).contains("\"succeeded\"");

            HttpAnswer again = mirror.front().with("If-None-Match", tag).get("/lectures/film.torrent");

            assertThat(mirror.front().get("/news.html").status()).isEqualTo(200);
            assertThat(again.status()).isEqualTo(304);
        }
    }
}
