package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what everybody else is told. */
final class AdminAccessIT {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;

    @BeforeAll
    static void start() throws Exception {
        mirror = RunningMirror.in(folder);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/admin",
        "GET,/admin/",
        "GET,/admin/nothing",
        "GET,/admin/runs",
        "GET,/admin/runs/1",
        "POST,/admin/regenerate",
        "GET,/admin/regenerate",
        "POST,/admin/releases/1/activate",
        "GET,/admin/whitelist",
        "POST,/admin/link-bytes",
        "PUT,/admin/whitelist/" + HASH,
        "DELETE,/admin/whitelist/" + HASH,
        "GET,/%61dmin/runs",
        "GET,/admin;x=y/runs",
        "GET,/nothing/../admin/runs"
    })
    void nobodyGetsInWithoutTheToken(String method, String path) {
        for (String header : new String[] {
            "X-Nothing: at all",
            "Authorization: Bearer",
            "Authorization: Bearer ",
            "Authorization: Bearer wrong",
            "Authorization: " + RunningMirror.TOKEN,
            "Authorization: Basic " + RunningMirror.TOKEN,
            "Authorization: Bearer " + RunningMirror.TOKEN + "x"
        }) {
            int status = mirror.http().send(method, path, header).status();

            assertThat(status).as(header).isIn(400, 401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/admin/regenerate,405",
        "GET,/admin/link-bytes,405",
        "PUT,/admin/regenerate,405",
        "POST,/admin/runs,405",
        "DELETE,/admin/runs,405",
        "GET,/admin/releases/1/activate,405",
        "POST,/admin/whitelist,405",
        "POST,/admin/whitelist/" + HASH + ",405",
        "PUT,/admin/whitelist,405",
        "DELETE,/admin/whitelist,405",
        "GET,/admin/runs/nothing,404",
        "GET,/admin/nothing,404",
        "GET,/admin/runs,200",
        "GET,/admin/whitelist,200"
    })
    void withTheTokenEveryRouteAnswersItsMethods(String method, String path, int status) {
        assertThat(mirror.admin(method, path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/announce", "/scrape", "/swarms.json", "/healthz", "/readyz"})
    void everythingElseIsReadOnly(String path) {
        RawHttp.Answer answer = mirror.http().send("POST", path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).contains("GET");
    }

    @Test
    void errorsAreJsonForProgramsAndAPageForBrowsers() {
        RawHttp.Answer json = mirror.http().send("GET", "/admin/runs");
        RawHttp.Answer page = mirror.http().send("GET", "/admin/runs", "Accept: text/html,*/*");

        assertThat(json.header("content-type").orElseThrow()).startsWith("application/json");
        assertThat(json.text()).startsWith("{\"error\":\"");
        assertThat(page.header("content-type").orElseThrow()).startsWith("text/html");
        assertThat(page.text()).contains("<h1>Log in</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz"})
    void healthIsOneLineOfJson(String path) {
        RawHttp.Answer answer = mirror.http().send("GET", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).matches("\\{\"[a-z]+\":true}\n");
    }

    @Test
    void metricsCountAnnouncesByResult() {
        mirror.http().send("GET", "/announce", "X-Forwarded-For: 10.1.2.3");

        assertThat(mirror.http().send("GET", "/metrics").text())
                .contains("seedbed_announces_total{result=\"info_hash\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../data/admin-token", "/..%2f..%2f..%2fadmin-token", "/%2e%2e/%2e%2e/manifest", "/.%00/manifest",
                "/../manifest", "//etc/passwd", "/WEB-INF/web.xml", "/seedbed/launch/Main.class"
            })
    void nothingOutsideOfTheSiteIsServed(String path) {
        assertThat(mirror.http().send("GET", path).status()).isIn(400, 404);
    }
}
