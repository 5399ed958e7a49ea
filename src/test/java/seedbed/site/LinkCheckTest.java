package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.content.Problem;

class LinkCheckTest {

    private static RenderedSite site(String text) throws IOException {
        return new RenderedSite()
                .text("a/b.txt", text)
                .text("a/c.txt", "# See\n\n## Über uns\n")
                .text("a/d e.txt", "x")
                .text("index.txt", "# Home\n")
                .text("f/index.txt", "# F\n")
                .torrent("f/t.torrent", "t")
                .text("f/t.txt", "# About t\n")
                .file("a/pic.png", new byte[] {1})
                .render();
    }

    @ParameterizedTest
    @CsvSource({
        "c.txt,                c.html",
        "c.html,               c.html",
        "./c.txt,              c.html",
        "/a/c.txt,             c.html",
        "d%20e.txt,            d%20e.html",
        "../f/t.torrent,       ../f/t.torrent",
        "../f/t.txt,           ../f/t.html",
        "../f/index.txt,       ../f/",
        "../f,                 ../f/",
        "../f/,                ../f/",
        "../,                  ../",
        "/,                    ../",
        "/feed.xml,            ../feed.xml",
        "c.txt#see,            c.html#see",
        "c.txt#%C3%BCber-uns,  c.html#%C3%BCber-uns",
        "c.txt?x=1#see,        c.html?x=1#see",
        "#here,                #here",
        "#top,                 #top",
        "pic.png,              pic.png",
        "pic.png#t=1,          pic.png#t=1",
    })
    void linksLeadToWhatIsPublished(String written, String reference) throws IOException {
        RenderedSite site = site("# Here\n\n[x](" + written + ")");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("a/b.html")).contains("<a href=\"" + reference + "\">x</a>");
    }

    @Test
    void aLinkInATextThatStaysFollowsWhatComesAndGoes() throws IOException {
        for (int round = 0; round < 2; round++) {
            assertThat(siteWith("later.txt").page("a/b.html")).contains("<a href=\"later.html\">x</a>");
            RenderedSite without = siteWith("other.txt");
            assertThat(without.page("a/b.html")).contains("<a href=\"later.txt\">x</a>");
            assertThat(without.problems()).hasSize(1);
        }
    }

    private static RenderedSite siteWith(String name) throws IOException {
        return new RenderedSite()
                .text("a/b.txt", "The same [x](later.txt) each time")
                .text("a/" + name, "# There")
                .render();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.txt", "../../c.txt", "c.html/d", "../a/C.txt", "b%"})
    void aLinkToNothingIsAWarningAtItsPlace(String written) throws IOException {
        assertThat(site("# Here\n\nSome [x](" + written + ")").problems())
                .containsExactly(Problem.warning(
                        "a/b.txt", 3, 6, "the link '" + written + "' leads to nothing that is published"));
    }

    @Test
    void aLinkToAMissingHeadingIsAWarning() throws IOException {
        assertThat(site("[x](c.txt#lost)").problems())
                .containsExactly(Problem.warning(
                        "a/b.txt",
                        1,
                        1,
                        "the link 'c.txt#lost' names the heading 'lost', which 'a/c.html' does not have"));
    }

    @Test
    void aMissingImageIsAWarning() throws IOException {
        assertThat(site("a\nb ![x](gone.png)").problems())
                .containsExactly(
                        Problem.warning("a/b.txt", 2, 3, "the link 'gone.png' leads to nothing that is published"));
    }

    @Test
    void anImageOnAnotherServerIsAWarning() throws IOException {
        assertThat(site("![x](https://elsewhere.example/x.png)").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("on another server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/x", "mailto:a@b.example", "//elsewhere.example/x"})
    void linksToElsewhereAreNotFollowed(String written) throws IOException {
        RenderedSite site = site("[x](" + written + ")");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("a/b.html")).contains("<a href=\"" + written + "\">x</a>");
    }

    @Test
    void aProblemIsOneLineWhateverTheLinkHolds() throws IOException {
        assertThat(site("[x](a&#10;b.txt)").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).doesNotContain("\n"));
    }

    @Test
    void introductionsAndDescriptionsAreCheckedToo() throws IOException {
        RenderedSite site = new RenderedSite()
                .text("index.txt", "[x](lost.txt)")
                .torrent("t.torrent", "t")
                .text("t.txt", "[x](t.torrent) [y](gone.txt)")
                .render();
        assertThat(site.problems()).extracting(Problem::path).containsExactly("index.txt", "t.txt");
    }
}
