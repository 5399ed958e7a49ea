package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the console in a real browser; what it looked like stays in target/screenshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ConsoleLookSystemTest {

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Console console;

    @BeforeAll
    void start() throws Exception {
        console = Console.start(bench);
        console.mirror().list(Console.UNLISTED);
        console.logIn(true);
    }

    static Stream<Arguments> views() {
        return Stream.of("overview", "runs", "releases", "whitelist", "tokens", "audit")
                .flatMap(page -> Stream.of(320, 800, 1400)
                        .flatMap(width -> Stream.of("light", "dark").map(scheme -> Arguments.of(page, width, scheme))));
    }

    @ParameterizedTest(name = "{0}, {1} px, {2}")
    @MethodSource("views")
    @DisplayName("a page has no error, asks nobody else, fits the window and satisfies axe-core")
    void everyPage(String page, int width, String scheme) throws Exception {
        String address = console.address("/admin/" + (page.equals("overview") ? "" : page));
        Browser browser = console.browser();

        browser.open(address, width, scheme, true);
        console.keep(page + "-" + width + "-" + scheme);

        assertThat(browser.errors(address)).isEmpty();
        assertThat(browser.hosts()).containsExactly(URI.create(address).getAuthority());
        assertThat(browser.pageWidth()).isLessThanOrEqualTo(width);
        assertThat(browser.violations()).isEmpty();
    }
}
