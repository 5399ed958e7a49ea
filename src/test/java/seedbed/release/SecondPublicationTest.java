package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;

class SecondPublicationTest {

    @TempDir
    private Path folder;

    private Mirror mirror;

    @BeforeEach
    void publishOnce() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "About").with("logo.png", "PNG").withTorrent("iso/campus.torrent");
        mirror.publish();
    }

    private Torrent torrent(String path) {
        return new TorrentReader().read(mirror.tree().bytes(path)).torrent().orElseThrow();
    }

    private InfoHash hash(String path) {
        return torrent(path).fileHash();
    }

    @Test
    void ofAnUnchangedTreeMakesNoRelease() {
        PublicationReport report = mirror.publish();

        assertThat(report.state()).isEqualTo(State.UNCHANGED);
        assertThat(report.release()).contains("000001");
        assertThat(mirror.names("releases")).containsExactly("000001");
        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000001", "releases");
    }

    @Test
    void ofAnUnchangedTreeStillRepairsTheWhitelist() {
        InfoHash stray = InfoHash.of(new byte[20]);
        mirror.whitelist().ends().clear();
        mirror.whitelist().ends().put(stray, Optional.empty());

        mirror.publish();

        assertThat(mirror.whitelist().ends())
                .containsEntry(hash("iso/campus.torrent"), Optional.empty())
                .containsEntry(stray, Optional.of(Mirror.NOW.plus(Mirror.GRACE)));
    }

    @Test
    void tellsWhatItAddedChangedAndRemoved() {
        InfoHash gone = hash("iso/campus.torrent");
        mirror.tree().with("about.txt", "More about").with("new.txt", "New").without("iso/campus.torrent");

        PublicationReport report = mirror.publish();

        Differences differences = report.differences();
        assertThat(differences.added()).containsExactly("webroot/new.html");
        assertThat(differences.changed()).containsExactly("webroot/about.html");
        assertThat(differences.removed())
                .containsExactly(
                        "origin/" + gone + ".torrent",
                        "rsync/" + gone + ".torrent",
                        "webroot/iso/campus.campus.torrent",
                        "webroot/iso/campus.html",
                        "webroot/iso/campus.torrent",
                        "webroot/iso/index.html");
        assertThat(differences.unlisted()).containsExactly(gone);
        assertThat(report.counts()).isEqualTo(new Counts(3, 0, 1, 1, 1, 6));
    }

    @Test
    void leavesUnchangedFilesTheirInodeAndTime() throws IOException {
        Path logo = mirror.current().resolve("webroot/logo.png");
        Object inode = Files.getAttribute(logo, "unix:ino");
        Files.setLastModifiedTime(logo, FileTime.fromMillis(1_000_000_000));
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThat(mirror.read("about.html")).isEqualTo("More about");
        assertThat(Files.getAttribute(logo, "unix:ino")).isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(logo)).isEqualTo(FileTime.fromMillis(1_000_000_000));
    }

    @Test
    void doesNotTouchTheReleaseBefore() throws IOException {
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThat(folder.resolve("publish/releases/000001/webroot/about.html")).hasContent("About");
    }

    @Test
    void writesAnewWhatWasCutOffEvenIfNothingElseChanged() throws IOException {
        Files.write(mirror.current().resolve("webroot/logo.png"), new byte[0]);
        Files.delete(mirror.current().resolve("webroot/about.html"));

        PublicationReport report = mirror.publish();

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(mirror.read("logo.png")).isEqualTo("PNG");
        assertThat(mirror.read("about.html")).isEqualTo("About");
    }

    @Test
    void replacesAReleaseWithADamagedManifest() throws IOException {
        Files.writeString(mirror.current().resolve("manifest"), "# created 2026-11-24T12:00:00Z\n");

        PublicationReport report = mirror.publish();

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(report.release()).contains("000002");
    }

    @Test
    void keepsFiveReleases() {
        for (int i = 0; i < 7; i++) {
            mirror.tree().with("about.txt", "Version " + i);
            mirror.publish();
        }

        assertThat(mirror.names("releases")).containsExactly("000004", "000005", "000006", "000007", "000008");
        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000008", "releases");
    }
}
