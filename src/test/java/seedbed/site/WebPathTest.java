package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPathTest {

    @ParameterizedTest
    @CsvSource({
        "a.html,           b.html,           b.html",
        "a/b.html,         a/c.html,         c.html",
        "a/b.html,         c.html,           ../c.html",
        "a/b/c.html,       a/d/e.html,       ../d/e.html",
        "ab/c.html,        a/c.html,         ../a/c.html",
        "index.html,       a/index.html,     a/",
        "a/index.html,     a/index.html,     ./",
        "a/b/index.html,   index.html,       ../../",
        "index.html,       index.html,       ./",
    })
    void aReferenceLeadsFromOnePageToAnother(String from, String to, String reference) {
        assertThat(WebPath.relative(from, to)).isEqualTo(reference);
        assertThat(URI.create("http://h/x/" + from).resolve(reference))
                .isEqualTo(URI.create("http://h/x/" + WebPath.visible(to)));
    }

    @Test
    void aNameThatLooksLikeASchemeStaysAName() {
        assertThat(WebPath.relative("a.html", "javascript:alert(1).html")).isEqualTo("javascript%3Aalert%281%29.html");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.html, c.txt,        a/c.txt",
        "a/b.html, ../c.txt,     c.txt",
        "a/b.html, ./d/../c.txt, a/c.txt",
        "a/b.html, /c.txt,       c.txt",
        "a/b.html, ..,           ''",
        "a/b.html, d/,           a/d",
    })
    void referencesAreResolvedAgainstThePage(String from, String reference, String path) {
        assertThat(WebPath.resolve(from, reference)).contains(path);
    }

    @Test
    void noReferenceLeadsOutOfTheWebroot() {
        assertThat(WebPath.resolve("a/b.html", "../../c.txt")).isEmpty();
    }
}
