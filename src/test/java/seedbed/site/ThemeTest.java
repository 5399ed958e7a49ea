package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Problem;

class ThemeTest {

    @TempDir
    private Path theme;

    private void file(String path, String text) throws IOException {
        Path file = theme.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RenderedSite render(Path directory) throws IOException {
        Site site = new Site(new SiteSettings(
                "T", "http://127.0.0.1", List.of("http://127.0.0.1/announce"), Optional.of(directory)));
        return new RenderedSite().torrent("a/c.torrent", "c.iso").render(site);
    }

    private List<String> problems() throws IOException {
        return render(theme).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aTemplateOfTheThemeWins() throws IOException {
        file("templates/footer.ftlh", "<p>Run by the ${frame.site} crew</p>");
        RenderedSite site = render(theme);
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("a/c.html"))
                .contains("<p>Run by the T crew</p>")
                .contains("<a class=\"brand\"")
                .doesNotContain("Catalogue for programs");
    }

    @Test
    void anAssetOfTheThemeWinsAndMoreOfThemArePublished() throws IOException {
        file("assets/colours.css", ":root {}");
        file("assets/fonts/own.woff2", "x");
        file("assets/.colours.css.swp", "x");
        RenderedSite site = render(theme);
        assertThat(site.page("_seedbed/colours.css")).isEqualTo(":root {}");
        assertThat(site.outputs())
                .containsKeys("_seedbed/seedbed.css", "_seedbed/fonts/own.woff2")
                .doesNotContainKey("_seedbed/.colours.css.swp");
    }

    @Test
    void everyMalformedTemplateIsReportedWithItsLine() throws IOException {
        file("templates/footer.ftlh", "one\n<#if frame.site>\ntwo");
        file("templates/torrent.ftlh", "${");
        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(theme.resolve("templates/footer.ftlh") + ":3:")
                        .contains(": error: "))
                .anySatisfy(problem -> assertThat(problem).startsWith(theme.resolve("templates/torrent.ftlh") + ":1:"));
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThereIsReportedOnceWithItsLine() throws IOException {
        file("templates/footer.ftlh", "<p>fine</p>\n<p>${frame.nothing}</p>");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(theme.resolve("templates/footer.ftlh") + ":2:6: error: ")
                .contains("frame.nothing")
                .hasLineCount(1);
    }

    @Test
    void aTemplateThatMisusesOneOfOursIsNamed() throws IOException {
        file("templates/text.ftlh", "<#import \"layout.ftlh\" as layout><@layout.torrents rows=1 caption=\"x\"/>");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(theme.resolve("templates/text.ftlh") + ":1:1: error: in our layout.ftlh, line ");
    }

    @Test
    void aTemplateCannotRunPrograms() throws IOException {
        file("templates/footer.ftlh", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
        assertThat(problems()).singleElement().asString().contains("not allowed");
    }

    @Test
    void aDirectoryThatIsNotThereIsReported() throws IOException {
        Path missing = theme.resolve("missing");
        assertThat(render(missing).problems())
                .singleElement()
                .hasToString(missing + ":1:1: error: site.theme.dir: expected a directory with templates/ and assets/"
                        + " in it");
    }

    @Test
    void aMendedTemplateIsTakenWithoutARestart() throws IOException {
        Site site = new Site(
                new SiteSettings("T", "http://127.0.0.1", List.of("http://127.0.0.1/announce"), Optional.of(theme)));
        file("templates/footer.ftlh", "${");
        assertThat(new RenderedSite().render(site).problems()).hasSize(1);
        file("templates/footer.ftlh", "mended");
        assertThat(new RenderedSite().render(site).page("index.html")).contains("mended");
    }
}
