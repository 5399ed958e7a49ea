package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page in a real browser; what it looked like stays in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class LookSystemTest {

    private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
            "front", "/",
            "listing", "/posters/",
            "torrent", "/posters/how-a-swarm-works.html",
            "text", "/publishing.html",
            "how-to", "/how-to.html",
            "catalogue", "/catalogue.html",
            "savings", "/savings.html",
            "removed", SampleMirror.REMOVED,
            "not-found", "/nothing/here.html"));

    @RegisterExtension
    final Workbench bench = new Workbench();

    private SampleMirror mirror;
    private Browser browser;

    @BeforeAll
    void startTheMirrorAndTheBrowser() throws Exception {
        mirror = SampleMirror.start(bench);
        browser = bench.add(Browser.start(bench.directory("browser")));
    }

    static Stream<Arguments> views() {
        return PAGES.keySet().stream()
                .flatMap(page -> Stream.of(320, 800, 1400)
                        .flatMap(width -> Stream.of("light", "dark").map(scheme -> Arguments.of(page, width, scheme))));
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream();
    }

    private static String path(String page) {
        return String.valueOf(PAGES.get(page));
    }

    @ParameterizedTest(name = "{0}, {1} px, {2}")
    @MethodSource("views")
    @DisplayName("with scripts a page has no error, asks nobody else, fits the window and satisfies axe-core")
    void withScripts(String page, int width, String scheme) throws Exception {
        String address = mirror.front(path(page));

        browser.open(address, width, scheme, true);
        browser.keepScreenshot(page + "-" + width + "-" + scheme);

        assertThat(browser.errors(address)).isEmpty();
        assertThat(browser.hosts()).containsExactly(URI.create(address).getAuthority());
        assertThat(browser.pageWidth()).isLessThanOrEqualTo(width);
        assertThat(browser.violations()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1} px, {2}")
    @MethodSource("views")
    @DisplayName("without scripts a page is whole")
    void withoutScripts(String page, int width, String scheme) throws Exception {
        String address = mirror.front(path(page));

        browser.open(address, width, scheme, false);
        browser.keepScreenshot(page + "-" + width + "-" + scheme + "-no-scripts");

        assertThat(browser.errors(address)).isEmpty();
        assertThat(browser.hosts()).containsExactly(URI.create(address).getAuthority());
        assertThat(browser.pageWidth()).isLessThanOrEqualTo(width);
        assertThat(browser.texts("h1")).singleElement().asString().isNotBlank();
        assertThat(browser.texts("form, [data-more]")).allMatch(String::isEmpty);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("the policy that serve sends breaks nothing")
    void fromServe(String page) {
        String address = mirror.serve(path(page));

        browser.open(address, 800, "light", true);

        assertThat(browser.errors(address)).isEmpty();
        assertThat(browser.hosts()).containsExactly(URI.create(address).getAuthority());
        assertThat(List.of(browser.evaluate("return getComputedStyle(document.querySelector('main')).flexGrow")))
                .as("the style sheet was taken")
                .containsExactly("1");
    }
}
