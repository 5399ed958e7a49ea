package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;

class TorrentPageTest {

    private static final byte[] HYBRID = new SampleTorrent("album", true, files())
            .webSeed("https://w.example/")
            .hybrid();

    private static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("a.flac", new byte[40_000]);
        files.put("b.flac", new byte[2_000]);
        files.put("cover.png", new byte[100]);
        return files;
    }

    private static RenderedSite hybrid() throws IOException {
        return new RenderedSite().file("m/album.torrent", HYBRID).render();
    }

    private static Torrent read(byte[] torrent) {
        return new TorrentReader().read(torrent).torrent().orElseThrow();
    }

    @Test
    void theDescriptionIsOnThePage() throws IOException {
        assertThat(new RenderedSite()
                        .torrent("a/c.torrent", "c.iso")
                        .text("a/c.txt", "# The disc\n\nWhat is on it.")
                        .render()
                        .page("a/c.html"))
                .contains("<h1 id=\"the-disc\">The disc</h1>", "<p>What is on it.</p>", "<bdi>c.iso</bdi>");
    }

    @Test
    void withoutADescriptionTheTorrentsNameIsTheTitle() throws IOException {
        assertThat(new RenderedSite()
                        .torrent("a/c.torrent", "disc.iso")
                        .render()
                        .page("a/c.html"))
                .contains("<h1>disc.iso</h1>");
    }

    @Test
    void theTorrentAndItsMagnetLinkCanBeHad() throws IOException {
        assertThat(hybrid().page("m/album.html"))
                .contains("<a class=\"button\" href=\"album.torrent\" download>")
                .contains("href=\"magnet:?xt=urn:btih:"
                        + read(HYBRID).v1().orElseThrow().hex() + "&amp;xt=urn:btmh:1220");
    }

    @Test
    void theTorrentForTheCampusIsHiddenUntilItIsKnownToHelp() throws IOException {
        assertThat(hybrid().page("m/album.html"))
                .contains("<div class=\"on-campus\" data-full-copy hidden>")
                .contains("<a class=\"button\" href=\"album.campus.torrent\" download>Download on campus</a>");
    }

    @Test
    void bothHashesOfAHybridAreShown() throws IOException {
        Torrent torrent = read(HYBRID);
        assertThat(hybrid().page("m/album.html"))
                .contains("<code>" + torrent.v1().orElseThrow().hex() + "</code>")
                .contains("<code>" + torrent.v2().orElseThrow().hex() + "</code>")
                .contains("data-swarm=\"" + torrent.swarmHashes().get(0).hex() + ' '
                        + torrent.swarmHashes().get(1).hex() + '"');
    }

    @Test
    void filesAreShownAsATreeWithoutPadding() throws IOException {
        assertThat(hybrid().page("m/album.html"))
                .contains(
                        "<summary><bdi>album</bdi> <span class=\"size\" title=\"42,100 bytes\">41.1 KiB</span></summary>")
                .contains("<li><bdi>a.flac</bdi> <span class=\"size\" title=\"40,000 bytes\">39.1 KiB</span></li>")
                .contains("in 3 files")
                .doesNotContain(".pad");
    }

    @Test
    void ourTrackerComesFirst() throws IOException {
        assertThat(hybrid().page("m/album.html"))
                .contains("<ol class=\"addresses\">\n<li><code>https://mirror.example/announce</code></li>");
    }

    @Test
    void countsAreUnknownUntilTheTrackerTellsThem() throws IOException {
        assertThat(hybrid().page("m/album.html"))
                .contains("<dd data-count=\"seeds\">unknown</dd>")
                .contains("<dd data-count=\"leechers\">unknown</dd>")
                .contains("<dd data-count=\"completed\">unknown</dd>");
    }

    @Test
    void datesAreShownAsDays() throws IOException {
        assertThat(new RenderedSite()
                        .torrentAdded("c.torrent", "c", Instant.parse("2026-01-31T23:59:59Z"))
                        .render()
                        .page("c.html"))
                .contains("<time datetime=\"2026-01-31T23:59:59Z\">31 January 2026</time>")
                .contains("<time datetime=\"2026-11-20T09:00:00Z\">20 November 2026</time>");
    }

    @Test
    void checksumsAndSignaturesThatNameTheTorrentAreShown() throws IOException {
        String hash = "ab".repeat(32);
        assertThat(new RenderedSite()
                        .torrent("d/c.torrent", "c.iso")
                        .text("d/SHA256SUMS", hash + "  c.iso\n" + "cd".repeat(32) + "  other.iso\n")
                        .text("d/c.iso.asc", "-----BEGIN PGP SIGNATURE-----")
                        .render()
                        .page("d/c.html"))
                .contains("<a href=\"SHA256SUMS\">", "<dt><bdi>c.iso</bdi></dt><dd><code>" + hash + "</code>")
                .contains("<a href=\"c.iso.asc\">")
                .doesNotContain("cdcdcd");
    }

    @Test
    void aWebSeedThatIsNoOrdinaryAddressIsNoLink() throws IOException {
        byte[] hostile = new SampleTorrent("album", true, files())
                .webSeed("javascript:alert(1)")
                .v1();
        RenderedSite site = new RenderedSite().file("t.torrent", hostile).render();
        assertThat(site.references("t.html")).noneMatch(reference -> reference.startsWith("javascript:"));
    }

    @Test
    void namesFromTorrentsAreEscaped() throws IOException {
        byte[] hostile = new SampleTorrent(
                        "<script>alert(1)<script>",
                        true,
                        new TreeMap<>(Map.of("\"><img src=x onerror=alert(2)>", "x".getBytes(StandardCharsets.UTF_8))))
                .comment("</dd><script>alert(3)")
                .v1();
        assertThat(new RenderedSite().file("t.torrent", hostile).render().page("t.html"))
                .doesNotContain("<script>", "<img src=x")
                .contains("&lt;script&gt;alert(1)", "&quot;&gt;&lt;img src=x", "&lt;/dd&gt;&lt;script&gt;alert(3)");
    }

    @Test
    void ofVeryManyFilesTheRestIsCounted() throws IOException {
        SortedMap<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 2_003; i++) {
            many.put("f" + i, new byte[1]);
        }
        assertThat(new RenderedSite()
                        .file("t.torrent", new SampleTorrent("many", true, many).v1())
                        .render()
                        .page("t.html"))
                .contains("in 2003 files", "… and 3 more, which your client shows.");
    }
}
