package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in a real browser, through lighttpd; what it looked like stays in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ConsoleSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private RunningMirror mirror;
    private Browser browser;
    private Path content;

    @BeforeAll
    void startTheMirrorAndTheBrowser() throws Exception {
        content = bench.directory("content");
        FileUtils.copyDirectory(Path.of("src/sample/content").toFile(), content.toFile());
        mirror = RunningMirror.start(
                bench, Map.of("content.dir", content.toString(), "campus.seedboxes", "127.0.0.7, 127.0.0.8"));
        browser = bench.add(Browser.start(bench.directory("browser")));
        List<String> listed =
                HEX.matcher(mirror.swarms()).results().map(MatchResult::group).toList();
        for (String hash : listed) {
            announce(hash, 7, 0);
        }
        announce(listed.get(0), 3, 1000);
        announce(HASH, 3, 1000);
    }

    private void announce(String hash, int from, int left) throws Exception {
        mirror.front()
                .from(from)
                .get("/announce?info_hash=" + hash.replaceAll("..", "%$0") + "&peer_id=-XX0000-00000000000" + from
                        + "&port=5000&uploaded=0&downloaded=0&left=" + left);
    }

    @BeforeEach
    void beginLoggedOut() {
        open("/admin/login", 1400, "light", true);
        browser.forgetCookies();
    }

    private void open(String path, int width, String scheme, boolean scripts) {
        browser.open(address(path), width, scheme, scripts);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + mirror.lighttpd().port() + path;
    }

    private void logIn(boolean scripts) {
        open("/admin/", 1400, "light", scripts);
        browser.type("#_token", RunningMirror.TOKEN);
        browser.press("Log in");
    }

    static Stream<Arguments> views() {
        return Stream.of("", "runs", "releases", "whitelist", "tokens", "audit")
                .flatMap(page -> Stream.of(320, 800, 1400)
                        .flatMap(width -> Stream.of("light", "dark").map(scheme -> Arguments.of(page, width, scheme))));
    }

    @ParameterizedTest(name = "/admin/{0}, {1} px, {2}")
    @MethodSource("views")
    @DisplayName("a page has no error, asks nobody else, fits the window and satisfies axe-core")
    void everyPage(String page, int width, String scheme) throws Exception {
        logIn(true);
        String address = address("/admin/" + page);

        browser.open(address, width, scheme, true);
        keep(page.isEmpty() ? "overview" : page, width, scheme);

        assertThat(browser.errors(address)).isEmpty();
        assertThat(browser.hosts()).containsExactly(URI.create(address).getAuthority());
        assertThat(browser.pageWidth()).isLessThanOrEqualTo(width);
        assertThat(browser.violations()).isEmpty();
    }

    private void keep(String name, int width, String scheme) throws Exception {
        browser.keepScreenshot("console-" + name + "-" + width + "-" + scheme);
    }

    @Test
    @DisplayName("whoever is not logged in gets the login, then the page that was wanted, and out again")
    void loginAndLogout() throws Exception {
        open("/admin/whitelist", 1400, "light", true);
        keep("login", 1400, "light");
        browser.type("#_token", "not the right one");
        browser.press("Log in");
        assertThat(browser.texts("[role=alert]")).containsExactly("That is no token of this mirror.");
        keep("login-refused", 1400, "light");

        browser.type("#_token", RunningMirror.TOKEN);
        browser.press("Log in");
        assertThat(browser.texts("h1")).containsExactly("Whitelist");
        assertThat(browser.address()).endsWith("/admin/whitelist");
        assertThat(browser.evaluate("return document.cookie")).isEqualTo("");

        browser.press("Log out");
        assertThat(browser.texts("h1")).containsExactly("Log in");
    }

    @ParameterizedTest(name = "scripts: {0}")
    @MethodSource("withAndWithoutScripts")
    @DisplayName("publishing shows first what would change, then what is done")
    void publishing(boolean scripts) throws Exception {
        logIn(scripts);
        Files.writeString(content.resolve("news-" + scripts + ".txt"), "# News\n\nOf the day.");
        Payload.write(
                bench.directory("payload-" + scripts),
                content.resolve("new-" + scripts + ".torrent"),
                "new-" + scripts + ".iso",
                50_000,
                scripts ? 11 : 12);

        browser.press("See what would change");
        awaitState("succeeded");
        assertThat(browser.texts(".panel h2")).containsExactly("Site", "Seed boxes", "Whitelist");
        assertThat(browser.texts(".names li")).contains("webroot/news-" + scripts + ".html");
        assertThat(mirror.front().get("/news-" + scripts + ".html").status()).isEqualTo(404);
        keep("dry-run-" + scripts, 1400, "light");

        browser.press("Publish");
        awaitState("succeeded");
        assertThat(browser.texts(".log li")).anyMatch(line -> line.contains("is current"));
        assertThat(mirror.front().get("/news-" + scripts + ".html").status()).isEqualTo(200);
        keep("run-" + scripts, 1400, "light");
    }

    static Stream<Boolean> withAndWithoutScripts() {
        return Stream.of(true, false);
    }

    private void awaitState(String state) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(browser.texts("h1 .state")).containsExactly(state));
    }

    @Test
    @DisplayName("problems are listed by file, and nothing is published")
    void problems() throws Exception {
        Path broken = content.resolve("broken.torrent");
        Path worse = content.resolve("worse.txt");
        Files.writeString(broken, "d4:infoi1ee");
        Files.write(worse, new byte[] {'a', '\n', (byte) 0xff});
        try {
            logIn(true);
            browser.press("See what would change");
            awaitState("failed");
            keep("problems", 1400, "light");

            assertThat(browser.texts(".file h3")).contains("broken.torrent", "worse.txt");
            assertThat(browser.texts(".problems .error")).anyMatch(line -> line.contains("line 2, column 1"));
            assertThat(browser.violations()).isEmpty();
        } finally {
            Files.delete(broken);
            Files.delete(worse);
        }
    }

    @Test
    @DisplayName("a publication that removes most torrents asks first")
    void massRemoval() throws Exception {
        Path many = content.resolve("many");
        try {
            removeMost(many);
        } finally {
            // Whatever became of it: the other tests can publish.
            FileUtils.deleteDirectory(many.toFile());
            mirror.admin().send("POST", "/admin/regenerate?wait=true&force=true");
        }
    }

    private void removeMost(Path many) throws Exception {
        Files.createDirectory(many);
        for (int i = 0; i < 30; i++) {
            Payload.write(bench.directory("many-" + i), many.resolve(i + ".torrent"), i + ".iso", 20_000, 100 + i);
        }
        mirror.publish();
        FileUtils.deleteDirectory(many.toFile());
        logIn(true);

        browser.press("See what would change");
        awaitState("failed");
        keep("mass-removal", 1400, "light");
        assertThat(browser.texts(".question h2")).containsExactly("Are they meant to go?");
        assertThat(browser.violations()).isEmpty();
        browser.press("They are: show what would change");
        awaitState("succeeded");
        keep("mass-removal-differences", 1400, "light");
        assertThat(browser.texts("summary")).contains("30 removed");
        browser.press("Publish, and let most torrents go");
        awaitState("succeeded");

        assertThat(mirror.front().get("/many/3.torrent").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("going back to an earlier release brings its pages back")
    void rollBack() throws Exception {
        Path page = content.resolve("fleeting.txt");
        Files.writeString(page, "# Fleeting");
        mirror.publish();
        Files.delete(page);
        mirror.publish();
        logIn(true);
        open("/admin/releases", 1400, "light", true);

        browser.press("Go back to it");
        keep("releases-sure", 1400, "light");
        browser.pressFirst(".sure[open] .button");
        awaitState("succeeded");

        assertThat(mirror.front().get("/fleeting.html").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("the whitelist can be searched, and changed by hand")
    void whitelist() throws Exception {
        logIn(true);
        open("/admin/whitelist", 1400, "light", true);
        browser.type("#_hash", HASH.toUpperCase(Locale.ROOT));
        browser.type("#_note", "for <b>Ada</b> & her class");
        browser.press("List it");
        browser.type("#_q", "<B>ada</b>");
        browser.press("Search");

        assertThat(browser.texts(".rows tbody th")).containsExactly("for <b>Ada</b> & her class");
        assertThat(browser.texts(".hash")).containsExactly(HASH);
        assertThat(mirror.swarms()).contains(HASH);
        keep("whitelist-search", 1400, "light");

        browser.press("Remove");
        assertThat(browser.texts(".hash")).doesNotContain(HASH);
        assertThat(mirror.swarms()).doesNotContain(HASH);
    }

    @Test
    @DisplayName("a token is made, shown once, used and revoked; the audit tells of it")
    void tokens() throws Exception {
        logIn(true);
        open("/admin/tokens", 1400, "light", true);
        browser.type("#_name", "git-hook");
        browser.pressFirst("[name=scope][value=regenerate]");
        browser.type("#_days", "90");
        browser.press("Make it");
        String secret = browser.texts(".secret").get(0);
        keep("token-made", 1400, "light");
        assertThat(browser.violations()).isEmpty();

        Http hook = mirror.front().with("Authorization", "Bearer " + secret);
        assertThat(hook.send("POST", "/admin/regenerate?wait=true").status()).isEqualTo(200);
        assertThat(hook.get("/admin/whitelist").status()).isEqualTo(403);
        open("/admin/tokens", 1400, "light", true);
        assertThat(browser.texts("body")).singleElement().asString().doesNotContain(secret);
        browser.press("Revoke");
        assertThat(hook.send("POST", "/admin/regenerate?wait=true").status()).isEqualTo(401);

        Eventually.within(PATIENCE, () -> {
            open("/admin/audit", 1400, "light", true);
            assertThat(browser.texts(".rows tbody tr"))
                    .anyMatch(row -> row.contains("make token git-hook [regenerate]"))
                    .anyMatch(row -> row.contains("git-hook publish, run"))
                    .anyMatch(row -> row.contains("revoke token git-hook"));
        });
        assertThat(mirror.process().output()).doesNotContain(secret).doesNotContain(RunningMirror.TOKEN);
    }

    @Test
    @DisplayName("the overview tells of peers, seed boxes and refusals, and follows what happens")
    void overview() throws Exception {
        logIn(true);
        List<String> boxes = browser.texts("#_boxes tbody tr");

        assertThat(boxes).hasSize(2);
        assertThat(boxes.get(0)).contains("127.0.0.7").contains("4 of ");
        assertThat(boxes.get(1)).contains("127.0.0.8").contains("not heard of");
        assertThat(browser.texts("#_tracker tr")).anyMatch(row -> row.startsWith("127.0.0.0/8 0 1"));
        assertThat(browser.texts("#_database tr")).anyMatch(row -> row.startsWith("this tracker only serves"));

        Files.writeString(content.resolve("followed.txt"), "# Followed");
        mirror.publish();
        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.texts("#_runs tbody tr").get(0))
                        .contains("just now")
                        .contains("admin.token"));
    }
}
