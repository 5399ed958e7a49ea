package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Instant DAY = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void everyTorrentOfADirectoryHasARow() throws IOException {
        RenderedSite site = new RenderedSite()
                .torrent("a/one.torrent", "one.iso")
                .torrent("a/two.torrent", "two.iso")
                .text("a/two.txt", "# The second\n\nAbout it.")
                .render();
        assertThat(site.page("a/index.html"))
                .contains("<a href=\"one.html\"><bdi>one.iso</bdi></a>", "<a href=\"one.torrent\"")
                .contains("<a href=\"two.html\"><bdi>The second</bdi></a>", ">About it.<", "title=\"18 bytes\"");
    }

    @Test
    void theIntroductionStandsAboveTheListing() throws IOException {
        String page = new RenderedSite()
                .text("a/index.txt", "# All about A\n\nWelcome.")
                .text("a/b.txt", "# B")
                .render()
                .page("a/index.html");
        assertThat(page).contains("<h1 id=\"all-about-a\">All about A</h1>");
        assertThat(page.indexOf("Welcome.")).isLessThan(page.lastIndexOf("href=\"b.html\""));
    }

    @Test
    void aDirectoryWithoutIntroductionIsCalledByItsName() throws IOException {
        assertThat(new RenderedSite().text("a/b.txt", "x").render().page("a/index.html"))
                .contains("<h1>a</h1>");
    }

    @Test
    void aDirectoryTellsWhatCanBeHadBelowIt() throws IOException {
        String page = new RenderedSite()
                .torrent("a/b/c/one.torrent", "one")
                .torrent("a/two.torrent", "two")
                .render()
                .page("index.html");
        assertThat(page).contains("2 torrents, <span title=\"28 bytes\">");
    }

    @Test
    void unknownCountsAreNotZero() throws IOException {
        assertThat(new RenderedSite().torrent("t.torrent", "t").render().page("index.html"))
                .contains("data-count=\"seeds\">unknown<", "data-count=\"leechers\">unknown<");
    }

    @Test
    void aFewTorrentsAreAllOnTheFrontPage() throws IOException {
        assertThat(new RenderedSite().torrent("a/t.torrent", "t").render().page("index.html"))
                .contains("All torrents", "<a href=\"a/t.html\">");
    }

    @Test
    void ofManyTorrentsTheNewestAreOnTheFrontPage() throws IOException {
        RenderedSite site = new RenderedSite();
        for (int i = 10; i < 30; i++) {
            site.torrentAdded("a/t" + i + ".torrent", "t" + i, DAY.plusSeconds(i));
        }
        String page = site.torrent("a/undated.torrent", "undated").render().page("index.html");
        assertThat(page).contains("New here", "a/t29.html", "a/t20.html").doesNotContain("a/t19.html", "undated");
        assertThat(page.indexOf("a/t29.html")).isLessThan(page.indexOf("a/t28.html"));
    }

    @Test
    void theTrailLeadsUpToTheFrontPage() throws IOException {
        RenderedSite site = new RenderedSite()
                .text("a/index.txt", "# Section A")
                .text("a/b/c.txt", "# Text C")
                .render();
        assertThat(site.page("a/b/c.html"))
                .contains("<li><a href=\"../../\">Mirror &amp; Co</a></li>\n<li><a href=\"../\">Section A</a></li>\n"
                        + "<li><a href=\"./\">b</a></li>\n<li aria-current=\"page\">Text C</li>");
        assertThat(site.page("index.html")).doesNotContain("class=\"trail\"");
    }

    @Test
    void theTrailOfAListingEndsBeforeItsOwnDirectory() throws IOException {
        RenderedSite site = new RenderedSite()
                .text("a/index.txt", "# Section A")
                .text("a/b.txt", "# Text B")
                .render();
        String home = "<li><a href=\"../\">Mirror &amp; Co</a></li>\n";
        assertThat(site.page("a/index.html")).contains(home + "<li aria-current=\"page\">Section A</li>");
        assertThat(site.page("a/b.html"))
                .contains(home + "<li><a href=\"./\">Section A</a></li>\n<li aria-current=\"page\">Text B</li>");
    }

    @Test
    void anEmptyTreeHasAFrontPage() throws IOException {
        assertThat(new RenderedSite().render().page("index.html"))
                .contains("<h1>Mirror &amp; Co</h1>", "Nothing has been published here yet.");
    }

    @Test
    void theCommitIsShown() throws IOException {
        assertThat(new RenderedSite()
                        .commit("0123456789abcdef0123456789abcdef01234567", DAY)
                        .render()
                        .page("index.html"))
                .contains(
                        "<time datetime=\"2026-03-05T12:00:00Z\">5 March 2026</time>, commit <code>0123456789ab</code>");
    }
}
