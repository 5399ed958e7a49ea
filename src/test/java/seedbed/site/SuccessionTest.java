package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

class SuccessionTest {

    private static RenderedSite disc(String description) throws IOException {
        return new RenderedSite()
                .torrent("iso/disc-1.torrent", "disc-1.iso")
                .text("iso/disc-1.txt", description)
                .torrent("iso/new/disc-2.torrent", "disc-2.iso")
                .render();
    }

    @Test
    void bothPagesLinkToEachOther() throws IOException {
        RenderedSite site = disc("# Disc\n\nOld.\n\nSuperseded by: new/disc-2.torrent\n");

        assertThat(site.problems()).isEmpty();
        assertThat(site.page("iso/disc-1.html")).contains("Superseded by <a href=\"new/disc-2.html\">disc-2.iso</a>");
        assertThat(site.page("iso/new/disc-2.html")).contains("This supersedes <a href=\"../disc-1.html\">Disc</a>");
    }

    @Test
    void theLineItselfIsNotPartOfTheText() throws IOException {
        RenderedSite site = disc("superseded by: /iso/new/disc-2.torrent\n\nOld.\n");

        assertThat(site.page("iso/disc-1.html"))
                .doesNotContain("superseded by:")
                .contains("content=\"Old.\"");
    }

    @Test
    void aSuccessorThatIsNotThereIsAWarningAtItsPlace() throws IOException {
        RenderedSite site = disc("Old.\n\nSuperseded by: disc-3.torrent\n\n[gone](gone.txt)\n");

        assertThat(site.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "iso/disc-1.txt:3:16: warning: superseded by 'disc-3.torrent',"
                                + " which is no other torrent that is published",
                        "iso/disc-1.txt:5:1: warning: the link 'gone.txt' leads to nothing that is published");
    }

    @Test
    void noTorrentSupersedesItself() throws IOException {
        assertThat(disc("Superseded by: disc-1.torrent").problems()).hasSize(1);
    }

    @Test
    void aRemovedTorrentKeepsAPageWithItsNameAndHash() throws IOException {
        RemovedTorrent gone = new RemovedTorrent("lost/c.torrent", "<c>", List.of(InfoHash.of(new byte[20])));
        RenderedSite site =
                new RenderedSite().text("index.txt", "Hello").removed(gone).render();

        assertThat(site.page("lost/c.html"))
                .contains("no longer published", "<bdi>&lt;c&gt;</bdi>", "<code>" + "0".repeat(40) + "</code>")
                .doesNotContain("magnet:", ".torrent\"", "lost/index.html");
        assertThat(site.page("sitemap.xml")).doesNotContain("lost");
    }

    @Test
    void aMovedTorrentLeavesALink() throws IOException {
        RenderedSite site = new RenderedSite().torrent("new/c.torrent", "c.iso");
        site.removed(new RemovedTorrent("old/c.torrent", "c.iso", site.hashes("new/c.torrent")))
                .render();

        assertThat(site.page("old/c.html")).contains("has moved: <a href=\"../new/c.html\">c.iso</a>");
    }
}
