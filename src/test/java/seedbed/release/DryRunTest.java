package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;

class DryRunTest {

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
    void tellsTheDifferencesAndWritesNothing() {
        PublicationReport report = mirror.rehearse();

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(report.release()).isEmpty();
        assertThat(report.differences().added()).hasSize(10);
        assertThat(report.differences().listed()).containsExactly(hash("iso/campus.torrent"));
        assertThat(folder.resolve("publish")).doesNotExist();
        assertThat(mirror.whitelist().calls()).isEmpty();
    }

    @Test
    void tellsThatNothingWouldChange() {
        mirror.publish();

        assertThat(mirror.rehearse().state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void progressGrowsUntilAllIsDone() {
        List<int[]> reports = new ArrayList<>();

        mirror.publisher().publish(PublicationOptions.NORMAL, (done, total) -> reports.add(new int[] {done, total}));

        assertThat(reports).first().isEqualTo(new int[] {0, 3});
        assertThat(reports)
                .last()
                .satisfies(last -> assertThat(last[0]).isEqualTo(last[1]).isGreaterThan(3));
        for (int i = 1; i < reports.size(); i++) {
            assertThat(reports.get(i)[0]).isBetween(reports.get(i - 1)[0], reports.get(i)[1]);
        }
    }
}
