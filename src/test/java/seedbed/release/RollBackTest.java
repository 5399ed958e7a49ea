package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Problem;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.TorrentReader;

class RollBackTest {

    @TempDir
    private Path folder;

    private Mirror mirror;
    private InfoHash old;

    @BeforeEach
    void publishTwice() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("index.txt", "Old").withTorrent("old.torrent");
        old = new TorrentReader()
                .read(mirror.tree().bytes("old.torrent"))
                .torrent()
                .orElseThrow()
                .fileHash();
        mirror.publish();
        mirror.tree().with("index.txt", "New").without("old.torrent").withTorrent("new.torrent");
        mirror.publish();
    }

    @Test
    void anOldReleaseIsCurrentAgainAndTheWhitelistFollows() {
        PublicationReport report = mirror.publisher().activate("000001");

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(report.release()).contains("000001");
        assertThat(report.differences().changed()).containsExactly("webroot/index.html");
        assertThat(report.differences().listed()).containsExactly(old);
        assertThat(report.counts().torrents()).isEqualTo(1);
        assertThat(mirror.read("index.html")).isEqualTo("Old");
        assertThat(mirror.whitelist().published()).containsExactly(old);
    }

    @Test
    void theWayForwardIsOpenToo() {
        mirror.publisher().activate("000001");

        mirror.publisher().activate("000002");

        assertThat(mirror.read("index.html")).isEqualTo("New");
        assertThat(mirror.whitelist().ends()).containsEntry(old, Optional.of(Mirror.NOW.plus(Mirror.GRACE)));
    }

    @Test
    void activatingTheCurrentReleaseChangesNothingButTheWhitelist() {
        mirror.whitelist().ends().clear();

        assertThat(mirror.publisher().activate("000002").state()).isEqualTo(State.UNCHANGED);
        assertThat(mirror.whitelist().published()).hasSize(1);
    }

    @Test
    void aReleaseThatIsNotKeptIsRefused() {
        for (String id : new String[] {"000009", "../releases/000001", "", "000001/webroot"}) {
            assertThat(mirror.publisher().activate(id).problems())
                    .extracting(Problem::message)
                    .containsExactly("there is no kept release " + id);
        }
        assertThat(mirror.read("index.html")).isEqualTo("New");
    }

    @Test
    void thePublicationAfterARollBackGetsANewNumber() {
        mirror.publisher().activate("000001");

        assertThat(mirror.publish().release()).contains("000003");
    }

    @Test
    void theOldestReleaseStaysWhileItIsCurrent() {
        for (int i = 0; i < 4; i++) {
            mirror.tree().with("index.txt", "Version " + i);
            mirror.publish();
        }

        mirror.publisher().activate("000002");

        assertThat(mirror.read("index.html")).isEqualTo("New");
        assertThat(mirror.names("releases")).containsExactly("000002", "000003", "000004", "000005", "000006");
    }

    @Test
    void keptReleasesAreListedWithTheCurrentOneMarked() {
        mirror.publisher().activate("000001");

        assertThat(mirror.publisher().releases())
                .extracting(ReleaseInfo::id, ReleaseInfo::created, ReleaseInfo::torrents, ReleaseInfo::current)
                .containsExactly(tuple("000001", Mirror.NOW, 1, true), tuple("000002", Mirror.NOW, 1, false));
        assertThat(mirror.publisher().current()).map(ReleaseInfo::id).contains("000001");
    }

    @Test
    void beforeTheFirstPublicationThereIsNone() {
        Publisher publisher = new Mirror(folder.resolve("fresh")).publisher();

        assertThat(publisher.releases()).isEmpty();
        assertThat(publisher.current()).isEmpty();
    }
}
