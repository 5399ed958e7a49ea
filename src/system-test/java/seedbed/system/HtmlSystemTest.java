package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Nu HTML Checker on everything that is published of the sample. */
@Timeout(300)
class HtmlSystemTest {

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static SampleMirror mirror;

    @BeforeAll
    static void startTheMirror() throws Exception {
        mirror = SampleMirror.start(BENCH);
    }

    @Test
    @DisplayName("every page is valid HTML")
    void everyPageIsValid() throws Exception {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(mirror.webroot().toRealPath())) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }

        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages) {
            assertValid(page);
        }
    }

    @Test
    @DisplayName("every page of the console is valid HTML")
    void everyPageOfTheConsoleIsValid() throws Exception {
        Http browser = mirror.running().front().with("Accept", "text/html");
        Http admin = mirror.running().admin().with("Accept", "text/html");
        mirror.running().list("ab".repeat(20));
        String run = mirror.running()
                .publish()
                .header("Location")
                .map(location -> location.substring("/admin/".length()))
                .orElseThrow();
        Path page = BENCH.path("page.html");

        Files.write(page, browser.get("/admin/").bytes());
        assertValid(page);
        for (String path : List.of("", "runs", run, "releases", "whitelist", "tokens", "audit", "nothing")) {
            Files.write(page, admin.get("/admin/" + path).bytes());
            assertValid(page);
        }
    }

    private static void assertValid(Path page) throws Exception {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        assertThat(checker.validate(page))
                .as(Files.readString(page))
                .contains("No errors found")
                .doesNotContain("Warning:");
    }
}
