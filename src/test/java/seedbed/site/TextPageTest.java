package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPageTest {

    private static String page(String text) throws IOException {
        return new RenderedSite().text("a/b.txt", text).render().page("a/b.html");
    }

    @Test
    void theFirstHeadingIsTheTitle() throws IOException {
        assertThat(page("# On *seeds* & `beds`\n\nWords."))
                .contains("<title>On seeds &amp; beds · Mirror &amp; Co</title>")
                .containsOnlyOnce("<h1 id=\"on-seeds-beds\">On seeds &amp; beds</h1>");
    }

    @Test
    void withoutAHeadingTheFileNameIsTheTitle() throws IOException {
        assertThat(page("Words only.")).contains("<title>b · ", "<h1>b</h1>");
    }

    @Test
    void aHeadingFurtherDownIsTheTitleAndStaysInItsPlace() throws IOException {
        assertThat(page("Words.\n\n## Later\n"))
                .contains("<title>Later · ", "<h1>Later</h1>", "<h2 id=\"later\">Later</h2>");
    }

    @Test
    void anEmptyTextHasAPage() throws IOException {
        assertThat(page("")).contains("<h1>b</h1>");
    }

    @Test
    void theFirstParagraphIsTheSummary() throws IOException {
        assertThat(page("# T\n\n![drawing](x.png)\n\nFirst \"words\"\nof it.\n\nMore."))
                .contains("<meta name=\"description\" content=\"First &quot;words&quot; of it.\">");
    }

    @Test
    void aLongSummaryIsCutBetweenWords() throws IOException {
        assertThat(page("word ".repeat(100))).containsPattern("content=\"(word ){39}word…\"");
    }

    @Test
    void htmlIsShownAsItWasTyped() throws IOException {
        assertThat(page("<script>alert(1)</script>\n\nand <b onclick=x>inline</b>"))
                .doesNotContain("<script>", "<b ")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b onclick=x&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc"})
    void addressesThatRunSomethingAreDropped(String address) throws IOException {
        assertThat(page("[x](" + address + ") ![y](" + address + ")")).doesNotContainIgnoringCase(address);
    }

    @Test
    void magnetLinksStay() throws IOException {
        assertThat(page("[x](magnet:?xt=urn:btih:00)")).contains("<a href=\"magnet:?xt=urn:btih:00\">");
    }

    @Test
    void tablesAreTables() throws IOException {
        assertThat(page("|a|b|\n|-|:-:|\n|1|2|")).contains("<th>a</th>", "<td align=\"center\">2</td>");
    }

    @Test
    void textNestedWithoutEndIsStillAPage() throws IOException {
        assertThat(page("> ".repeat(50_000) + "x\n\n" + "*a ".repeat(20_000) + "b* ".repeat(20_000)))
                .contains("</html>");
    }

    @Test
    void theKeyboardCanMoveWhatMayBeWiderThanTheWindow() throws IOException {
        assertThat(new RenderedSite()
                        .text("t.txt", "| a |\n|---|\n| b |\n\n    code")
                        .render()
                        .page("t.html"))
                .contains("<table tabindex=\"0\">", "<pre tabindex=\"0\"><code>code");
    }
}
