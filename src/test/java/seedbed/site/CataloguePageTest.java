package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CataloguePageTest {

    /** Enough for three parts. */
    private static RenderedSite many() throws IOException {
        RenderedSite site = new RenderedSite();
        for (int i = 100; i < 510; i++) {
            site.torrent("a/t" + i + ".torrent", "t" + i);
        }
        return site.render();
    }

    @Test
    void everyTorrentHasARowWithItsSection() throws IOException {
        String page = new RenderedSite()
                .text("a/index.txt", "# Section A")
                .torrentAdded("a/b.torrent", "b.iso", Instant.EPOCH)
                .torrent("c.torrent", "c.iso")
                .render()
                .page("catalogue.html");
        assertThat(page)
                .contains("2 torrents, <span title=\"32 bytes\">")
                .contains(
                        "href=\"a/b.html\"><bdi>b.iso</bdi></a><span class=\"summary\" data-field=\"section\">Section A<")
                .contains("1 January 1970", "href=\"a/b.torrent\"", "href=\"c.html\"");
    }

    @Test
    void rowsAreOrderedByTitleWhateverTheirCase() throws IOException {
        String page = new RenderedSite()
                .torrent("1.torrent", "beta")
                .torrent("2.torrent", "Alpha")
                .torrent("3.torrent", "Gamma")
                .render()
                .page("catalogue.html");
        assertThat(page).containsSubsequence("<bdi>Alpha", "<bdi>beta", "<bdi>Gamma");
    }

    @Test
    void aLongListIsCutIntoPartsThatNameEachOther() throws IOException {
        RenderedSite site = many();
        assertThat(site.page("catalogue.html"))
                .contains("<bdi>t100<", "<bdi>t299<", "href=\"catalogue-3.html\"")
                .doesNotContain("<bdi>t300<")
                .contains("<a href=\"catalogue.html\" aria-current=\"page\"><span class=\"unseen\">Page </span>1</a>");
        assertThat(site.page("catalogue-3.html")).contains("<h1>All torrents, page 3</h1>", "<bdi>t500<", "<bdi>t509<");
        assertThat(site.outputs()).doesNotContainKey("catalogue-4.html");
    }

    @Test
    void aShortListIsOnePart() throws IOException {
        assertThat(new RenderedSite().torrent("c.torrent", "c").render().page("catalogue.html"))
                .doesNotContain("Pages of the catalogue");
    }

    @Test
    void anEmptyCatalogueSaysSo() throws IOException {
        assertThat(new RenderedSite().render().page("catalogue.html"))
                .contains("Nothing has been published here yet.")
                .doesNotContain("<table");
    }

    @Test
    void theFrontPageLeadsToTheWholeList() throws IOException {
        assertThat(new RenderedSite().render().page("index.html")).contains("<a href=\"catalogue.html\">All torrents<");
        assertThat(many().page("index.html")).contains("action=\"catalogue.html\"");
    }
}
