package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Problem;
import seedbed.content.SampleTree;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

class WhitelistTest {

    @TempDir
    private Path folder;

    private Mirror mirror;

    @BeforeEach
    void plant() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "About").with("logo.png", "PNG").withTorrent("iso/campus.torrent");
    }

    private Torrent torrent(String path) {
        return new TorrentReader().read(mirror.tree().bytes(path)).torrent().orElseThrow();
    }

    private InfoHash hash(String path) {
        return torrent(path).fileHash();
    }

    @Test
    void isExtendedBeforeAReleaseIsCurrentAndCutAfterwards() {
        List<String> seen = new ArrayList<>();
        mirror.publish();
        mirror.tree().with("about.txt", "New");
        mirror.whitelist().onCall(() -> seen.add(mirror.read("about.html")));
        mirror.whitelist().calls().clear();

        mirror.publish();

        assertThat(mirror.whitelist().calls()).containsExactly("list 1", "expire others than 1");
        assertThat(seen).containsExactly("About", "New");
    }

    @Test
    void keepsRemovedTorrentsForTheGracePeriod() {
        mirror.publish();
        InfoHash gone = hash("iso/campus.torrent");
        mirror.tree().without("iso/campus.torrent");

        mirror.publish();

        assertThat(mirror.whitelist().ends()).containsEntry(gone, Optional.of(Mirror.NOW.plus(Mirror.GRACE)));
    }

    @Test
    void getsBothHashesOfAHybridTorrent() {
        mirror.tree().with("h.torrent", SampleTree.torrent("h.torrent", TorrentVersion.HYBRID));

        mirror.publish();

        assertThat(mirror.whitelist().published())
                .containsAll(torrent("h.torrent").swarmHashes())
                .hasSize(3);
    }

    @Test
    void isRepairedWhereItIsNotThatOfTheRelease() {
        mirror.publish();
        InfoHash listed = hash("iso/campus.torrent");
        InfoHash stray = InfoHash.of(new byte[20]);
        mirror.whitelist().ends().put(stray, Optional.empty());
        mirror.whitelist().ends().remove(listed);

        mirror.publisher().reconcile();

        assertThat(mirror.whitelist().published()).containsExactly(listed);
        assertThat(mirror.whitelist().ends()).containsEntry(stray, Optional.of(Mirror.NOW.plus(Mirror.GRACE)));
    }

    @Test
    void isLeftAloneBeforeTheFirstRelease() {
        mirror.whitelist().ends().put(hash("iso/campus.torrent"), Optional.empty());

        mirror.publisher().reconcile();

        assertThat(mirror.whitelist().calls()).isEmpty();
    }

    @Test
    void beingUnavailableFailsThePublicationAndNotTheSite() {
        mirror.publish();
        mirror.whitelist().available(false);
        mirror.tree().with("about.txt", "New");

        PublicationReport report = mirror.publish();

        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(".:1:1: error: the database does not answer");
        assertThat(mirror.read("about.html")).isEqualTo("About");
        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000001", "releases");
    }

    @Test
    void beingUnavailableAfterTheHandoverIsAWarning() {
        mirror.publish();
        mirror.tree().with("about.txt", "New");

        PublicationReport report = mirror.publisher(step -> {
                    if (step == Step.CURRENT) {
                        mirror.whitelist().available(false);
                    }
                })
                .publish(PublicationOptions.NORMAL, Progress.NONE);

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message()).contains("until the next publication");
        });
    }
}
