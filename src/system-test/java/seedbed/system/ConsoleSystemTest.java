package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in a real browser, through lighttpd; what it looked like stays in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ConsoleSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Console console;
    private RunningMirror mirror;
    private Browser browser;
    private Path content;

    @BeforeAll
    void start() throws Exception {
        console = Console.start(bench);
        mirror = console.mirror();
        browser = console.browser();
        content = console.content();
    }

    @Test
    @DisplayName("whoever is not logged in gets the login, then the page that was wanted, and out again")
    void loginAndLogout() throws Exception {
        console.open("/admin/login");
        browser.forgetCookies();
        console.open("/admin/whitelist");
        console.keep("login");
        browser.type("#_token", "not the right one");
        browser.press("Log in");
        awaitTexts("[role=alert]", "That is no token of this mirror.");
        console.keep("login-refused");

        browser.type("#_token", RunningMirror.TOKEN);
        browser.press("Log in");
        awaitTexts("h1", "Whitelist");
        assertThat(browser.address()).endsWith("/admin/whitelist");
        assertThat(browser.evaluate("return document.cookie")).isEqualTo("");

        browser.press("Log out");
        awaitTexts("h1", "Log in");
    }

    @ParameterizedTest(name = "scripts: {0}")
    @MethodSource("withAndWithoutScripts")
    @DisplayName("publishing shows first what would change, then what is done")
    void publishing(boolean scripts) throws Exception {
        console.logIn(scripts);
        Files.writeString(content.resolve("news-" + scripts + ".txt"), "# News\n\nOf the day.");
        Payload.write(
                bench.directory("payload-" + scripts),
                content.resolve("new-" + scripts + ".torrent"),
                "new-" + scripts + ".iso",
                50_000,
                scripts ? 11 : 12);

        browser.press("See what would change");
        awaitTexts("h1", "Dry run succeeded");
        awaitTexts(".panel h2", "Site", "Seed boxes", "Whitelist");
        assertThat(browser.texts(".names li")).contains("webroot/news-" + scripts + ".html");
        assertThat(mirror.front().get("/news-" + scripts + ".html").status()).isEqualTo(404);
        console.keep("dry-run-" + scripts);

        browser.press("Publish");
        awaitTexts("h1", "Run succeeded");
        assertThat(browser.texts(".log li")).anyMatch(line -> line.contains("is current"));
        assertThat(mirror.front().get("/news-" + scripts + ".html").status()).isEqualTo(200);
        console.keep("run-" + scripts);
    }

    static Stream<Boolean> withAndWithoutScripts() {
        return Stream.of(true, false);
    }

    /** What is pressed leads to another page, in its own time. */
    private void awaitTexts(String selector, String... texts) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(browser.texts(selector)).containsExactly(texts));
    }

    @Test
    @DisplayName("problems are listed by file, and nothing is published")
    void problems() throws Exception {
        Path broken = content.resolve("broken.torrent");
        Path worse = content.resolve("worse.txt");
        Files.writeString(broken, "d4:infoi1ee");
        Files.write(worse, new byte[] {'a', '\n', (byte) 0xff});
        try {
            console.logIn(true);
            browser.press("See what would change");
            awaitTexts("h1", "Dry run failed");
            console.keep("problems");

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
        console.logIn(true);

        browser.press("See what would change");
        awaitTexts("h1", "Dry run failed");
        console.keep("mass-removal");
        awaitTexts(".question h2", "Are they meant to go?");
        assertThat(browser.violations()).isEmpty();
        browser.press("They are: show what would change");
        awaitTexts("h1", "Dry run succeeded");
        console.keep("mass-removal-differences");
        assertThat(browser.texts("summary")).contains("30 removed");
        browser.press("Publish, and let most torrents go");
        awaitTexts("h1", "Run succeeded");

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
        console.logIn(true);
        console.open("/admin/releases");

        browser.press("Go back to it");
        console.keep("releases-sure");
        browser.pressFirst(".sure[open] .button");
        awaitTexts("h1", "Run succeeded");

        assertThat(mirror.front().get("/fleeting.html").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("the whitelist can be searched, and changed by hand")
    void whitelist() throws Exception {
        console.logIn(true);
        console.open("/admin/whitelist");
        browser.type("#_hash", Console.UNLISTED.toUpperCase(Locale.ROOT));
        browser.type("#_note", "for <b>Ada</b> & her class");
        browser.press("List it");
        Eventually.within(PATIENCE, () -> assertThat(browser.texts(".hash")).contains(Console.UNLISTED));
        browser.type("#_q", "<B>ada</b>");
        browser.press("Search");

        awaitTexts(".rows tbody th", "for <b>Ada</b> & her class");
        awaitTexts(".hash", Console.UNLISTED);
        assertThat(mirror.swarms()).contains(Console.UNLISTED);
        console.keep("whitelist-search");

        browser.press("Remove");
        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.texts(".hash")).hasSizeGreaterThan(1).doesNotContain(Console.UNLISTED));
        assertThat(mirror.swarms()).doesNotContain(Console.UNLISTED);
    }

    @Test
    @DisplayName("a token is made, shown once, used and revoked; the audit tells of it")
    void tokens() throws Exception {
        console.logIn(true);
        console.open("/admin/tokens");
        browser.type("#_name", "git-hook");
        browser.pressFirst("[name=scope][value=regenerate]");
        browser.type("#_days", "90");
        browser.press("Make it");
        Eventually.within(PATIENCE, () -> assertThat(browser.texts(".secret")).hasSize(1));
        String secret = browser.texts(".secret").get(0);
        console.keep("token-made");
        assertThat(browser.violations()).isEmpty();

        Http hook = mirror.front().with("Authorization", "Bearer " + secret);
        assertThat(hook.send("POST", "/admin/regenerate?wait=true").status()).isEqualTo(200);
        assertThat(hook.get("/admin/whitelist").status()).isEqualTo(403);
        console.open("/admin/tokens");
        assertThat(browser.texts("body")).singleElement().asString().doesNotContain(secret);
        browser.press("Revoke");
        Eventually.within(
                PATIENCE,
                () -> assertThat(
                                hook.send("POST", "/admin/regenerate?wait=true").status())
                        .isEqualTo(401));

        Eventually.within(PATIENCE, () -> {
            console.open("/admin/audit");
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
        console.logIn(true);
        List<String> boxes = browser.texts("#_boxes tbody tr");

        assertThat(boxes).hasSize(2);
        assertThat(boxes.get(0)).contains("127.0.0.7").contains("4 of ");
        assertThat(boxes.get(1)).contains("127.0.0.8").contains("not heard of");
        assertThat(browser.texts("#_tracker tr")).anyMatch(row -> row.startsWith("127.0.0.0/8 0 1"));
        assertThat(browser.texts("#_database tr")).anyMatch(row -> row.startsWith("this tracker only serves"));

        Files.writeString(content.resolve("followed.txt"), "# Followed");
        String run = mirror.publish().header("Location").orElseThrow();
        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.texts("#_runs tbody tr").get(0)).contains(run.replaceAll(".*/", "")));
    }
}
