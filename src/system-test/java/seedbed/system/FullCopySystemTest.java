package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page of a torrent tells of the official seed boxes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FullCopySystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MARK = "[data-full-copy]:not([hidden])";

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

    @Test
    void aCopyOnASeedBoxIsSaid() throws Exception {
        String page = "/maps/campus-map.html";
        seedFrom(SampleMirror.SEED_BOX, open(page));

        open(page);

        assertThat(browser.texts(MARK)).containsExactly("Seed boxes hold a full copy");
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
    }
}
