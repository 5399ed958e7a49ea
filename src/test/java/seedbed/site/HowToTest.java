package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HowToTest {

    @Test
    void newcomersAreToldWhatToDoEvenIfTheAuthorsDoNot() throws IOException {
        RenderedSite site = new RenderedSite().render();
        assertThat(site.page("how-to.html")).contains("<h1 id=\"how-to-use-bittorrent-here\">");
        assertThat(site.page("index.html")).contains("<li><a href=\"how-to.html\">How to use BitTorrent here</a></li>");
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void theAuthorsOwnTextWins() throws IOException {
        RenderedSite site = new RenderedSite().text("how-to.txt", "# Our way").render();
        assertThat(site.page("how-to.html")).contains("Our way").doesNotContain("three steps");
        assertThat(site.page("index.html")).contains("<li><a href=\"how-to.html\">Our way</a></li>");
    }

    @Test
    void aTorrentOfThatNameKeepsItsPage() throws IOException {
        assertThat(new RenderedSite().torrent("how-to.torrent", "film").render().page("how-to.html"))
                .contains("<h1>film</h1>");
    }
}
