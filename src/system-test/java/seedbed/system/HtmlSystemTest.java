package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Nu HTML Checker on everything that is published of the sample. */
@Timeout(300)
class HtmlSystemTest {

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    @Test
    @DisplayName("every page is valid HTML")
    void everyPageIsValid() throws Exception {
        SampleMirror mirror = SampleMirror.start(BENCH);
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(mirror.webroot().toRealPath())) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }

        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages) {
            assertThat(checker.validate(page))
                    .as(page.toString())
                    .contains("No errors found")
                    .doesNotContain("Warning:");
        }
    }
}
