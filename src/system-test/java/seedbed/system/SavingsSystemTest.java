package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What a browser shows of the ledger: two clients on the campus fetch a file, and one of them from the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class SavingsSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TORRENT = Pattern.compile("\"info_hash\":\"(\\w{40})\"[^}]*?\"size\":(\\d+)");

    @RegisterExtension
    final Workbench bench = new Workbench();

    private SampleMirror mirror;
    private Browser browser;
    private String hash;
    private long size;

    @BeforeAll
    void fetchAFileTwice() throws Exception {
        mirror = SampleMirror.start(bench);
        browser = bench.add(Browser.start(bench.directory("browser")));
        Matcher torrent =
                TORRENT.matcher(Files.readString(mirror.webroot().resolve("catalogue.json"), StandardCharsets.UTF_8));
        assertThat(torrent.find()).isTrue();
        hash = torrent.group(1).replaceAll("..", "%$0");
        size = Long.parseLong(torrent.group(2));
        announce("a", 0, 0, size, "started");
        announce("b", 0, 0, size, "started");
        announce("a", size, size, 0, "completed");
        announce("b", size, 0, 0, "completed");
        Eventually.within(
                PATIENCE,
                () -> assertThat(mirror.running()
                                .front()
                                .get("/savings.json?days=30")
                                .toString())
                        .contains("\"provided_bytes\":" + 2 * size));
    }

    private void announce(String client, long downloaded, long uploaded, long left, String event) throws Exception {
        int port = 7000 + client.charAt(0);
        TrackerAnswer answer = TrackerAnswer.of(mirror.running()
                .front()
                .get("/announce?info_hash=" + hash + "&peer_id=-XX0001-" + client.repeat(12) + "&key=" + client
                        + "&port=" + port + "&downloaded=" + downloaded + "&uploaded=" + uploaded + "&left=" + left
                        + "&event=" + event));
        assertThat(answer.failure()).isEmpty();
    }

    @Test
    @DisplayName("the plots are drawn, can be read as a table, and satisfy axe-core in both colour schemes")
    void plots() throws Exception {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.open(mirror.front("/savings.html"), 800, scheme, true);
            Eventually.within(
                    PATIENCE,
                    () -> assertThat(browser.texts(".plot figcaption strong")).hasSize(2));
            browser.keepScreenshot("savings-with-data-800-" + scheme);

            assertThat(browser.texts("[data-state]")).singleElement().asString().contains("the campus fetched");
            assertThat(browser.violations()).isEmpty();
        }
        browser.find("[data-plots] summary").sendKeys(Keys.ENTER);
        assertThat(browser.texts(".numbers tbody tr")).hasSize(30);
    }

    @Test
    void visitorsChooseHowFarTheyLookBack() throws Exception {
        browser.open(mirror.front("/savings.html"), 1400, "light", true);
        Eventually.within(PATIENCE, () -> assertThat(browser.texts(".plot")).hasSize(2));

        browser.find("input[value='365']").click();

        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.evaluate("return document.querySelectorAll('.numbers tbody tr').length"))
                        .as("a year in weeks")
                        .isEqualTo("53"));
    }

    @Test
    void theFrontPageSaysItInASentence() throws Exception {
        browser.open(mirror.front("/"), 800, "light", true);

        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.texts("[data-savings]"))
                        .singleElement()
                        .asString()
                        .startsWith("In the last 30 days the campus fetched"));
    }
}
