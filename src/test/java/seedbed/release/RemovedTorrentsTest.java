package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Catalogue;
import seedbed.content.Problem;
import seedbed.content.RemovedTorrent;
import seedbed.release.PublicationReport.State;
import seedbed.site.OutputSink;
import seedbed.site.SiteRenderer;

/** What was once published leaves a page, until its address is wanted for something else. */
class RemovedTorrentsTest {

    /** Like the real site it gives each removed torrent a page. */
    private static final SiteRenderer SITE = RemovedTorrentsTest::render;

    @TempDir
    private Path folder;

    private Mirror mirror;

    private static List<Problem> render(Catalogue catalogue, OutputSink outputs) throws java.io.IOException {
        for (RemovedTorrent removed : catalogue.removed()) {
            outputs.put(removed.page(), ("removed " + removed.name()).getBytes(StandardCharsets.UTF_8));
        }
        return new PlainSite().render(catalogue, outputs);
    }

    @BeforeEach
    void publishAndRemove() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.site(SITE);
        mirror.tree().with("about.txt", "About").withTorrent("iso/a.torrent").withTorrent("iso/b.torrent");
        mirror.publish();
        mirror.tree().without("iso/a.torrent");
        mirror.publish();
    }

    @Test
    void aRemovedTorrentLeavesAPageAndNoFile() {
        assertThat(mirror.read("iso/a.html")).isEqualTo("removed a");
        assertThat(mirror.files()).doesNotContainKey("webroot/iso/a.torrent");
    }

    @Test
    void thePageStaysThroughLaterReleases() {
        mirror.tree().with("about.txt", "New");

        mirror.publish();
        PublicationReport again = mirror.publish();

        assertThat(mirror.read("iso/a.html")).isEqualTo("removed a");
        assertThat(again.state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void aTorrentThatComesBackHasItsPageBack() {
        mirror.tree().withTorrent("iso/a.torrent");

        mirror.publish();

        assertThat(mirror.read("iso/a.html")).isEqualTo("a");
    }

    @Test
    void anythingElseMayTakeThePlace() {
        mirror.tree().with("iso/a.txt", "Why it went");

        mirror.publish();

        assertThat(mirror.read("iso/a.html")).isEqualTo("Why it went");
    }

    @Test
    void aFileMayTakeThePlaceOfADirectoryOfRemovedTorrents() {
        mirror.tree().withTorrent("x.png/c.torrent");
        mirror.publish();
        mirror.tree().without("x.png/c.torrent").with("x.png", "PNG");

        assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
        assertThat(mirror.read("x.png")).isEqualTo("PNG");
    }
}
