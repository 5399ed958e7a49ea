package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Finding a torrent in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class CatalogueSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TITLES = "[data-catalogue] tbody [data-field=title]";
    private static final String SEARCH = "[data-search] input";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private SampleMirror mirror;
    private Browser browser;

    @BeforeAll
    void startTheMirrorAndTheBrowser() throws Exception {
        mirror = SampleMirror.start(bench);
        browser = bench.add(Browser.start(bench.directory("browser")));
    }

    @BeforeEach
    void openTheCatalogue() throws Exception {
        open("/catalogue.html");
    }

    private void open(String path) throws Exception {
        browser.open(mirror.front(path), 1400, "light", true);
        Eventually.within(
                PATIENCE, () -> assertThat(browser.texts("th[aria-sort]")).hasSize(1));
    }

    private void choose(String column) {
        browser.find("th[data-sort=" + column + "] button").click();
    }

    @Test
    void whatIsTypedIsSearchedForAtOnce() {
        browser.find(SEARCH).sendKeys("MAP");

        assertThat(browser.texts(TITLES)).containsExactly("Map of the campus");
        assertThat(browser.texts("[data-found]")).containsExactly("1 of 4 torrents");
    }

    @Test
    void everyWordHasToBeThere() {
        browser.find(SEARCH).sendKeys("the posters");

        assertThat(browser.texts(TITLES)).isEmpty();
    }

    @Test
    void aSearchCanBeSentToSomebody() throws Exception {
        browser.find(SEARCH).sendKeys("garden");
        choose("size");

        assertThat(browser.address()).endsWith("/catalogue.html?q=garden&sort=size");
        open("/catalogue.html?q=garden&sort=size");
        assertThat(browser.texts(TITLES)).containsExactly("The night garden");
        assertThat(browser.find(SEARCH).getDomProperty("value")).isEqualTo("garden");
    }

    @Test
    void theLargestComesFirstAndThenTheSmallest() {
        choose("size");
        assertThat(browser.texts(TITLES)).first().isEqualTo("Forms that grow: the plates");
        assertThat(browser.find("th[data-sort=size]").getDomAttribute("aria-sort"))
                .isEqualTo("descending");

        choose("size");
        assertThat(browser.texts(TITLES)).first().isEqualTo("Map of the campus");
    }

    @Test
    void namesAreSortedBothWays() {
        assertThat(browser.texts(TITLES))
                .containsExactly(
                        "Forms that grow: the plates", "How a swarm works", "Map of the campus", "The night garden");
        choose("title");
        assertThat(browser.texts(TITLES)).first().isEqualTo("The night garden");
    }

    @Test
    void theBestSeededComesFirst() throws Exception {
        String row = "tbody tr:has([href*=map])";
        String hash =
                String.valueOf(browser.find(row).getDomAttribute("data-swarm")).substring(0, 40);
        mirror.running()
                .front()
                .get("/announce?info_hash=" + hash.replaceAll("..", "%$0")
                        + "&peer_id=-XX0001-aaaaaaaaaaaa&port=7001&uploaded=0&downloaded=0&left=0&event=started");

        open("/catalogue.html?sort=seeds");

        Eventually.within(
                PATIENCE, () -> assertThat(browser.texts(TITLES)).first().isEqualTo("Map of the campus"));
        assertThat(browser.texts("tbody [data-count=seeds]")).startsWith("1");
    }

    @Test
    void theKeyboardIsEnough() {
        browser.find("th[data-sort=size] button").sendKeys(Keys.ENTER);

        assertThat(browser.texts(TITLES)).first().isEqualTo("Forms that grow: the plates");
    }

    @Test
    void aSearchOnTheFrontPageLeadsHere() throws Exception {
        browser.open(mirror.front("/"), 800, "dark", true);
        browser.find(SEARCH).sendKeys("swarm", Keys.ENTER);

        Eventually.within(PATIENCE, () -> assertThat(browser.texts(TITLES)).containsExactly("How a swarm works"));
    }

    @Test
    @DisplayName("10 000 torrents are shown, searched and sorted within a fifth of a second each")
    void manyTorrents() throws Exception {
        Path catalogue = mirror.webroot().resolve("catalogue.json");
        byte[] ours = Files.readAllBytes(catalogue);
        try {
            Files.writeString(catalogue, manyTorrentsAsJson());
            open("/catalogue.html");
            Eventually.within(PATIENCE, () -> assertThat(browser.texts(TITLES)).hasSize(100));

            assertThat(milliseconds("""
                    const search = document.querySelector("[data-search] input");
                    search.value = "disc 99";
                    search.dispatchEvent(new Event("input", { bubbles: true }));
                    """)).isLessThan(200);
            assertThat(browser.texts("[data-found]")).singleElement().asString().endsWith(" of 10,000 torrents");
            assertThat(milliseconds("document.querySelector('th[data-sort=added] button').click();"))
                    .isLessThan(200);
        } finally {
            Files.write(catalogue, ours);
        }
    }

    /** How long the page is busy with a script and with showing what it changed. */
    private double milliseconds(String script) {
        return Double.parseDouble(browser.evaluate("const start = performance.now();" + script
                        + "document.body.offsetHeight; return performance.now() - start")
                .toString());
    }

    private static String manyTorrentsAsJson() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> """
                        {"path":"iso/%05d.torrent","name":"disc-%d.iso","title":"The disc %d of many","info_hash":"%040x",\
                        "info_hash_v2":null,"size":%d,"files":1,"torrent":"","page":"","magnet":"","added":null}""".formatted(i, i, i, i, i * 7_919L))
                .collect(Collectors.joining(",\n", "{\"title\":\"T\",\"commit\":null,\"torrents\":[", "]}"));
    }
}
