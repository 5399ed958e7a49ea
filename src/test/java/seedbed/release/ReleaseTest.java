package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.SampleTree;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

class ReleaseTest {

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
    void holdsTheSiteAndEachTorrentInItsVariants() {
        PublicationReport report = mirror.publish();

        assertThat(report.state()).isEqualTo(State.SUCCEEDED);
        assertThat(report.release()).contains("000001");
        String name = hash("iso/campus.torrent").hex() + ".torrent";
        assertThat(mirror.files())
                .containsOnlyKeys(
                        "webroot/_seedbed/style.css",
                        "webroot/about.html",
                        "webroot/index.html",
                        "webroot/iso/campus.campus.torrent",
                        "webroot/iso/campus.html",
                        "webroot/iso/campus.torrent",
                        "webroot/iso/index.html",
                        "webroot/logo.png",
                        "rsync/" + name,
                        "origin/" + name);
        assertThat(mirror.files().get("webroot/iso/campus.torrent"))
                .isEqualTo(mirror.files().get("origin/" + name))
                .contains("http://seedbed.example.org/announce", "http://tracker.example.org/announce");
        assertThat(mirror.files().get("webroot/iso/campus.campus.torrent"))
                .isEqualTo(mirror.files().get("rsync/" + name))
                .contains("http://seedbed.example.org/announce")
                .doesNotContain("http://tracker.example.org/announce");
        assertThat(report.counts()).isEqualTo(new Counts(4, 1, 1, 10, 0, 0));
    }

    @Test
    void hasOneFileForVisitorsAndForTheBoxesThatGetTheSame() throws IOException {
        mirror.publish();

        String name = hash("iso/campus.torrent").hex() + ".torrent";
        assertThat(isOneFile("webroot/iso/campus.torrent", "origin/" + name)).isTrue();
        assertThat(isOneFile("webroot/iso/campus.campus.torrent", "rsync/" + name))
                .isTrue();
    }

    private boolean isOneFile(String one, String other) throws IOException {
        return Files.isSameFile(mirror.current().resolve(one), mirror.current().resolve(other));
    }

    @Test
    void ofAnEmptyTreeHasAFrontPageAndEmptyExports() {
        for (String path : List.of("about.txt", "logo.png", "iso/campus.torrent")) {
            mirror.tree().without(path);
        }

        assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
        assertThat(mirror.names("current")).containsExactly("manifest", "origin", "rsync", "webroot");
    }

    @Test
    void givesTorrentsForVersion2AloneToUsersOnly() {
        mirror.tree()
                .without("iso/campus.torrent")
                .with("new.torrent", SampleTree.torrent("new.torrent", TorrentVersion.V2));

        mirror.publish();

        assertThat(mirror.names("current/rsync")).isEmpty();
        assertThat(mirror.names("current/webroot")).contains("new.torrent", "new.campus.torrent");
        assertThat(mirror.names("current/origin")).hasSize(1);
    }

    @Test
    void canBeReadByTheUsersOfOtherServers() throws IOException {
        mirror.publish();

        try (Stream<Path> paths = Files.walk(folder.resolve("publish/releases"))) {
            for (Path path : paths.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(mode).as(path.toString()).isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    @Test
    void hasAManifestThatNamesEveryFileWithItsHash() throws IOException {
        mirror.publish();

        Manifest manifest = ManifestText.read(mirror.current().resolve("manifest"));
        assertThat(manifest.files()).containsOnlyKeys(mirror.files().keySet());
        // SHA-256 of the three bytes PNG, by sha256sum.
        assertThat(manifest.files().get("webroot/logo.png"))
                .isEqualTo("796120837694d3f3f29259cfeb25091698c2a0aa87873658d840b4993ee889b3");
        assertThat(manifest.listings())
                .containsExactly(new Listing(hash("iso/campus.torrent"), "iso/campus.torrent", "campus", 20_000));
    }

    @Test
    void isTheSameBytesForTheSameTree() {
        mirror.publish();
        Mirror other = new Mirror(folder.resolve("other"));
        mirror.tree().files().forEach(other.tree()::with);
        other.publish();

        assertThat(other.files()).isEqualTo(mirror.files());
    }
}
