package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final String NASTY = "<script>alert('1')</script>\" onload=\"x\" style=\"y";

    /** One of everything, with names that would do harm if a page took them as they are. */
    private static RenderedSite everything() throws IOException {
        byte[] torrent = new SampleTorrent(
                        "it's \"1\" <style> & more", true, new TreeMap<>(Map.of(NASTY.replace("/", ""), new byte[9])))
                .comment(NASTY)
                .webSeed("https://w.example/\"><script>")
                .v1();
        return new RenderedSite()
                .commit("0123456789abcdef", Instant.EPOCH)
                .text("index.txt", "# " + NASTY + "\n\n" + NASTY)
                .text("a \"b\" <c>/d'e.txt", "# " + NASTY + "\n\n<style>x</style><p style=x>\n\n[l](f&g.txt)")
                .text("a \"b\" <c>/f&g.txt", "x")
                .file("a \"b\" <c>/t%41.torrent", torrent)
                .text("a \"b\" <c>/t%41.txt", "# " + NASTY)
                .render();
    }

    @Test
    void aStrictPolicyFindsNothingToRefuse() throws IOException {
        RenderedSite site = everything();
        assertThat(site.outputs().keySet())
                .filteredOn(path -> path.endsWith(".html"))
                .hasSize(9)
                .allSatisfy(path -> {
                    assertThat(site.page(path))
                            .doesNotContainPattern("<[^>]*\\s(?:style|on[a-z]+)\\s*=(?![^<]*&quot;)[^>]*>");
                    assertThat(site.page(path)).doesNotContain("<style");
                    assertThat(site.page(path))
                            .containsPattern("<script src=\"[^\"]*\" type=\"module\"></script>")
                            .doesNotContainPattern("<script(?! src=\"[^\"]*\" type=\"module\"></script>)");
                });
    }

    @Test
    void everyPageHasATitleALanguageAndOneMainPart() throws IOException {
        RenderedSite site = everything();
        assertThat(site.outputs().keySet())
                .filteredOn(path -> path.endsWith(".html"))
                .allSatisfy(path -> assertThat(site.page(path))
                        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                        .containsOnlyOnce("<title>")
                        .containsOnlyOnce("<main ")
                        .containsOnlyOnce("<h1"));
    }

    @Test
    void equalCataloguesGiveEqualBytes() throws IOException {
        assertThat(everything().outputs())
                .usingRecursiveComparison()
                .isEqualTo(everything().outputs());
    }

    @Test
    void linksToOtherPagesAreRelative() throws IOException {
        RenderedSite site = everything();
        assertThat(site.outputs().keySet())
                .filteredOn(path -> path.endsWith(".html") && !path.equals("404.html"))
                .allSatisfy(path -> assertThat(site.references(path))
                        .filteredOn(reference -> !reference.startsWith("magnet:")
                                && !reference.startsWith("https://w.example/")
                                && !reference.startsWith(RenderedSite.URL))
                        .noneMatch(reference -> reference.startsWith("/") || reference.contains(":")));
    }

    @Test
    void thePageForNothingWorksAtAnyAddress() throws IOException {
        assertThat(everything().references("404.html"))
                .isNotEmpty()
                .allMatch(reference -> reference.startsWith("/pub/") || reference.equals("#_content"));
    }

    @Test
    void thePublishedAddressIsTheCanonicalOne() throws IOException {
        RenderedSite site = new RenderedSite().text("a b/c.txt", "x").render();
        assertThat(site.page("a b/c.html"))
                .contains("<link rel=\"canonical\" href=\"https://mirror.example/pub/a%20b/c.html\">");
        assertThat(site.page("a b/index.html"))
                .contains("<link rel=\"canonical\" href=\"https://mirror.example/pub/a%20b/\">");
    }

    @Test
    void aSiteAtTheRootOfItsServerHasNoPathOfItsOwn() throws IOException {
        Site site = new Site(new SiteSettings(
                "T", "http://127.0.0.1:8080", List.of("http://127.0.0.1:8080/announce"), Optional.empty()));
        assertThat(new RenderedSite().render(site).references("404.html")).contains("/_seedbed/seedbed.css", "/");
    }

    @Test
    void theFrontPageWithAllItLoadsIsSmall() throws IOException {
        RenderedSite site = everything();
        int bytes = List.of(
                        "index.html",
                        "_seedbed/colours.css",
                        "_seedbed/seedbed.css",
                        "_seedbed/seedbed.js",
                        "_seedbed/seedbed.svg")
                .stream()
                .mapToInt(path -> site.bytes(path).length)
                .sum();
        assertThat(bytes).isLessThan(30 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colours.css", "seedbed.css", "seedbed.js", "seedbed.svg", "catalogue.js", "savings.js"})
    void nothingIsLoadedFromElsewhere(String asset) throws IOException {
        String text = new String(everything().bytes("_seedbed/" + asset), StandardCharsets.UTF_8);
        assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "@import", "url(");
    }
}
