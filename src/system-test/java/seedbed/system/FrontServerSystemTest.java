package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site and the tracker as they are reached through lighttpd with the configuration that we ship. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class FrontServerSystemTest {

    /** Every byte in its percent-encoded form. */
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");
    /** 13 × 20 bytes hold each of the 256 values. */
    private static final int HASHES = 13;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private RunningMirror mirror;

    @BeforeAll
    void startTheMirror() throws Exception {
        Path content = bench.directory("content");
        Files.writeString(content.resolve("index.txt"), "# Welcome\n\nTo the mirror.\n");
        Path lectures = Files.createDirectory(content.resolve("lectures"));
        Files.writeString(lectures.resolve("first.txt"), "# The first lecture\n");
        Payload.write(bench.directory("files"), lectures.resolve("film.torrent"), "film.bin", 200_000, 3);
        Files.writeString(lectures.resolve("film.sha256"), "0".repeat(64) + "  film.bin\n");
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()));
    }

    @Test
    @DisplayName("an announce with every kind of byte in info_hash and peer_id is answered as over the socket")
    void everyByteReachesTheTracker() throws Exception {
        for (int i = 0; i < HASHES; i++) {
            byte[] hash = bytesFrom(i * 20);
            mirror.list(HexFormat.of().formatHex(hash));
            String target = announce(hash, bytesFrom(i * 20 + 7), 7000 + i);

            TrackerAnswer through = TrackerAnswer.of(mirror.front().get(target));
            TrackerAnswer direct = TrackerAnswer.of(
                    mirror.behind().with("X-Forwarded-For", "127.0.0.1").get(target));

            assertThat(through.failure()).isEmpty();
            assertThat(through.number("incomplete")).isEqualTo(1);
            assertThat(through.withoutInterval()).isEqualTo(direct.withoutInterval());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisplayName("a forged X-Forwarded-For is dropped, and the client's own address is what the tracker sees")
    void forgedAddressIsDropped(int client) throws Exception {
        byte[] hash = bytesFrom(33);
        mirror.list(HexFormat.of().formatHex(hash));

        HttpAnswer answer = mirror.front()
                .from(client)
                .with("X-Forwarded-For", "10.9.8.7")
                .with("x-forwarded-for", "10.9.8.6, 10.9.8.5")
                .with("Forwarded", "for=10.9.8.4")
                .get(announce(hash, bytesFrom(1), 7200));

        assertThat(TrackerAnswer.of(answer).address("external ip")).isEqualTo("127.0.0." + client);
    }

    @Test
    @DisplayName("a query above 8 KiB gets the tracker's own refusal, not an error of the front server")
    void longQueryIsRefusedByTheTracker() throws Exception {
        HttpAnswer answer = mirror.front().get(announce(bytesFrom(0), bytesFrom(0), 7300) + "&x=" + "x".repeat(8200));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(TrackerAnswer.of(answer).failure()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/lectures/, text/html",
        "/lectures/first.html, text/html",
        "/lectures/film.torrent, application/x-bittorrent",
        "/feed.xml, application/xml",
        "/catalogue.json, application/json",
        "/swarms.json, application/json",
        "/healthz, application/json",
        "/readyz, application/json"
    })
    @DisplayName("is there, with its type and the headers that protect a browser")
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
                "/../manifest",
                "/..%2fmanifest",
                "/%2e%2e/rsync/",
                "/metrics"
            })
    @DisplayName("is not there, and the page of the site says so")
    void isNotThere(String path) throws Exception {
        HttpAnswer answer = mirror.front().get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.bytes())
                .isEqualTo(Files.readAllBytes(mirror.publishDir().resolve("current/webroot/404.html")));
    }

    @Test
    @DisplayName("a 404 of the mirror itself keeps its own words")
    void errorsOfTheMirrorPass() throws Exception {
        HttpAnswer answer = mirror.admin().get("/admin/whitelist/" + "12".repeat(20));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("\"error\"");
    }

    @Test
    @DisplayName("an unchanged file is not sent again after a publication that changed others")
    void unchangedFilesKeepTheirTag() throws Exception {
        String tag = mirror.front().get("/lectures/film.torrent").header("ETag").orElseThrow();
        Files.writeString(bench.path("content").resolve("news.txt"), "# News\n");
        assertThat(mirror.publish().text()).contains("\"succeeded\"");

        HttpAnswer again = mirror.front().with("If-None-Match", tag).get("/lectures/film.torrent");

        assertThat(mirror.front().get("/news.html").status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    @DisplayName("the admin area asks for the token")
    void adminAsksForTheToken() throws Exception {
        assertThat(mirror.front().send("POST", "/admin/regenerate").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("lighttpd starts without a warning")
    void startsWithoutWarning() throws Exception {
        assertThat(mirror.lighttpd().log().lines()).singleElement().asString().contains("server started");
    }

    @Test
    @DisplayName("the include fits behind Debian's own lighttpd.conf")
    void fitsDebiansConfiguration() throws Exception {
        Path directory = Account.WWW_DATA.own(bench.directory("debian"));
        int port = Workbench.freePort();
        String debians = Lighttpd.debiansConfiguration(directory);
        try (Lighttpd lighttpd = Lighttpd.start(directory, port, debians, mirror.publishDir(), mirror.socket())) {
            byte[] hash = bytesFrom(77);
            mirror.list(HexFormat.of().formatHex(hash));

            assertThat(TrackerAnswer.of(Http.to(port).get(announce(hash, bytesFrom(5), 7400)))
                            .failure())
                    .isEmpty();
            assertThat(Http.to(port).get("/lectures/film.torrent").header("Content-Type"))
                    .contains("application/x-bittorrent");
            assertThat(Http.to(port).get("/nothing").text())
                    .isEqualTo(mirror.front().get("/nothing").text());
            assertThat(lighttpd.log().lines()).singleElement().asString().contains("server started");
        }
    }

    private static byte[] bytesFrom(int first) {
        byte[] bytes = new byte[20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    private static String announce(byte[] hash, byte[] peerId, int port) {
        return "/announce?info_hash=" + PERCENT.formatHex(hash) + "&peer_id=" + PERCENT.formatHex(peerId) + "&port="
                + port + "&uploaded=0&downloaded=0&left=1&compact=1&key=0a1b2c3d&event=started";
    }
}
