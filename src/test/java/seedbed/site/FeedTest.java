package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVariants;

class FeedTest {

    private static final Instant DAY = Instant.parse("2026-03-05T08:09:10Z");

    private static Document parse(RenderedSite site, String path) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(site.render().bytes(path)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void anItemEnclosesTheTorrentThatUsersGet() throws Exception {
        Document feed = parse(new RenderedSite().torrent("a/c d.torrent", "c"), "feed.xml");
        byte[] file = RenderedSite.torrentOf("c");
        Torrent torrent = new TorrentReader().read(file).torrent().orElseThrow();
        int length = new TorrentVariants(List.of("https://mirror.example/announce"))
                .of(torrent, file)
                .forUsers()
                .length;
        assertThat(elements(feed, "enclosure")).singleElement().satisfies(enclosure -> {
            assertThat(enclosure.getAttribute("url")).isEqualTo(RenderedSite.URL + "/a/c%20d.torrent");
            assertThat(enclosure.getAttribute("length")).isEqualTo(Integer.toString(length));
            assertThat(enclosure.getAttribute("type")).isEqualTo("application/x-bittorrent");
        });
    }

    @Test
    void anItemIsKnownByItsInfoHash() throws Exception {
        Document feed = parse(new RenderedSite().torrent("c.torrent", "c"), "feed.xml");
        Torrent torrent =
                new TorrentReader().read(RenderedSite.torrentOf("c")).torrent().orElseThrow();
        assertThat(elements(feed, "guid")).singleElement().satisfies(guid -> {
            assertThat(guid.getAttribute("isPermaLink")).isEqualTo("false");
            assertThat(guid.getTextContent())
                    .isEqualTo("urn:btih:" + torrent.v1().orElseThrow().hex());
        });
    }

    @Test
    void theNewestComesFirstAndThoseWithoutADateLast() throws Exception {
        Document feed = parse(
                new RenderedSite()
                        .torrent("a.torrent", "a")
                        .torrentAdded("b.torrent", "b", DAY)
                        .torrentAdded("c.torrent", "c", DAY.plusSeconds(1)),
                "feed.xml");
        assertThat(texts(feed, "title")).containsExactly("Mirror & Co", "c", "b", "a");
        assertThat(texts(feed, "pubDate"))
                .containsExactly("Thu, 05 Mar 2026 08:09:11 GMT", "Thu, 05 Mar 2026 08:09:10 GMT");
    }

    @Test
    void onlyACommitGivesTheFeedATime() throws Exception {
        assertThat(texts(parse(new RenderedSite(), "feed.xml"), "lastBuildDate"))
                .isEmpty();
        assertThat(texts(parse(new RenderedSite().commit("ab", DAY), "feed.xml"), "lastBuildDate"))
                .containsExactly("Thu, 05 Mar 2026 08:09:10 GMT");
    }

    @Test
    void titlesAreTextWhateverIsInThem() throws Exception {
        Document feed =
                parse(new RenderedSite().torrent("c.torrent", "c").text("c.txt", "# <b> & ]]> \u0001 end"), "feed.xml");
        assertThat(texts(feed, "title")).last().isEqualTo("<b> & ]]> \uFFFD end");
    }

    @Test
    void aDirectoryHasAFeedOfWhatIsInItAndBelow() throws Exception {
        RenderedSite site = new RenderedSite()
                .text("a/index.txt", "# Section A")
                .torrent("a/b/deep.torrent", "deep")
                .torrent("a/near.torrent", "near")
                .torrent("other.torrent", "other")
                .text("words/only.txt", "x");
        Document feed = parse(site, "a/feed.xml");
        assertThat(texts(feed, "title")).containsExactly("Section A · Mirror & Co", "deep", "near");
        assertThat(texts(feed, "link")).first().isEqualTo(RenderedSite.URL + "/a/");
        assertThat(site.outputs()).containsKey("a/b/feed.xml").doesNotContainKey("words/feed.xml");
    }

    @Test
    void readersFindTheNearestFeedAndThatOfTheSite() throws Exception {
        RenderedSite site = new RenderedSite()
                .torrent("a/b/c.torrent", "c")
                .text("words/only.txt", "x")
                .render();
        String link = "<link rel=\"alternate\" href=\"%s\" type=\"application/rss+xml\" title=\"%s\">\n";
        assertThat(site.page("a/b/c.html"))
                .contains(link.formatted("feed.xml", "b · Mirror &amp; Co")
                        + link.formatted("../../feed.xml", "Mirror &amp; Co"))
                .doesNotContain("../feed.xml\" type=\"application/rss+xml\" title=\"a ·");
        assertThat(site.page("words/only.html"))
                .contains(link.formatted("../feed.xml", "Mirror &amp; Co"))
                .doesNotContain("href=\"feed.xml\"");
        assertThat(site.page("index.html")).containsOnlyOnce("rel=\"alternate\"");
    }

    @Test
    void theSiteMapNamesEveryPageOnce() throws Exception {
        Document map = parse(
                new RenderedSite()
                        .torrent("a/c.torrent", "c")
                        .text("a/d.txt", "x")
                        .text("a/index.txt", "y"),
                "sitemap.xml");
        assertThat(map.getDocumentElement().getAttribute("xmlns"))
                .isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(texts(map, "loc"))
                .containsExactly(
                        RenderedSite.URL + "/",
                        RenderedSite.URL + "/a/",
                        RenderedSite.URL + "/catalogue.html",
                        RenderedSite.URL + "/savings.html",
                        RenderedSite.URL + "/a/d.html",
                        RenderedSite.URL + "/how-to.html",
                        RenderedSite.URL + "/a/c.html");
    }
}
