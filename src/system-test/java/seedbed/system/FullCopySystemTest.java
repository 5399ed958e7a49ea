package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page of a torrent tells of the official seed boxes, and which torrent it offers first for that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FullCopySystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MARK = "[data-full-copy]:not([hidden]) .full-copy";
    private static final String BUTTONS = ".get-it .button";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private SampleMirror mirror;
    private Browser browser;

    @BeforeAll
    void startTheMirrorAndTheBrowser() throws Exception {
        mirror = SampleMirror.start(bench);
        browser = bench.add(Browser.start(bench.directory("browser")));
    }

    /** The info-hash of the torrent that is shown, whose live counts are there. */
    private String open(String page) throws Exception {
        browser.open(mirror.front(page), 1400, "light", true);
        Eventually.within(
                PATIENCE,
                () -> assertThat(browser.texts("[data-count=seeds]"))
                        .isNotEmpty()
                        .doesNotContain("unknown"));
        return String.valueOf(browser.find("[data-swarm]").getDomAttribute("data-swarm"))
                .substring(0, 40);
    }

    private void seedFrom(int address, String hash) throws Exception {
        TrackerAnswer answer = TrackerAnswer.of(mirror.running()
                .front()
                .from(address)
                .get("/announce?info_hash=" + hash.replaceAll("..", "%$0")
                        + "&peer_id=-XX0001-bbbbbbbbbbbb&port=7001&uploaded=0&downloaded=0&left=0&event=started"));
        assertThat(answer.number("complete")).isPositive();
    }

    /** What a button beside the maps leads to. */
    private String torrentOf(@Nullable String href) throws Exception {
        return mirror.running().front().get("/maps/" + href).text();
    }

    @Test
    void aCopyOnASeedBoxIsSaidAndTheTorrentForTheCampusComesFirst() throws Exception {
        String page = "/maps/campus-map.html";
        seedFrom(SampleMirror.SEED_BOX, open(page));

        open(page);

        assertThat(browser.texts(MARK)).containsExactly("Seed boxes hold a full copy");
        assertThat(browser.texts(BUTTONS))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Download on campus"),
                        second -> assertThat(second).startsWith("Download elsewhere"),
                        third -> assertThat(third).isEqualTo("Magnet link"));
        assertThat(torrentOf(browser.find(BUTTONS).getDomAttribute("href")))
                .contains("8:announce")
                .doesNotContain("13:announce-list");
        assertThat(browser.violations()).isEmpty();
        browser.keepScreenshot("full-copy");
    }

    @Test
    void theCopyOfAnybodyElseIsNoPromise() throws Exception {
        String page = "/posters/how-a-swarm-works.html";
        seedFrom(SampleMirror.SEED_BOX + 1, open(page));

        open(page);

        assertThat(browser.texts("[data-count=seeds]")).containsExactly("1");
        assertThat(browser.texts(MARK)).isEmpty();
        assertThat(browser.texts(BUTTONS))
                .filteredOn(text -> !text.isEmpty())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Download").doesNotContain("campus", "elsewhere"),
                        second -> assertThat(second).isEqualTo("Magnet link"));
    }
}
