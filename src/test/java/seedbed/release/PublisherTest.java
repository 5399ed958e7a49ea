package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Problem;
import seedbed.content.SampleTree;
import seedbed.protocol.InfoHash;
import seedbed.release.PublicationReport.State;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentReader;
import seedbed.torrent.TorrentVersion;

class PublisherTest {

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

    @Nested
    class ARelease {

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
                            "webroot/iso/campus.html",
                            "webroot/iso/campus.torrent",
                            "webroot/iso/index.html",
                            "webroot/logo.png",
                            "rsync/" + name,
                            "origin/" + name);
            assertThat(mirror.files().get("webroot/iso/campus.torrent"))
                    .isEqualTo(mirror.files().get("origin/" + name))
                    .contains("http://seedbed.example.org/announce", "http://tracker.example.org/announce");
            assertThat(mirror.files().get("rsync/" + name)).doesNotContain("http://tracker.example.org/announce");
            assertThat(report.counts()).isEqualTo(new Counts(4, 1, 1, 9, 0, 0));
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
                    .containsExactly(new Listing(hash("iso/campus.torrent"), "iso/campus.torrent", "campus"));
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

    @Nested
    class ASecondPublication {

        @BeforeEach
        void first() {
            mirror.publish();
        }

        @Test
        void ofAnUnchangedTreeMakesNoRelease() {
            PublicationReport report = mirror.publish();

            assertThat(report.state()).isEqualTo(State.UNCHANGED);
            assertThat(report.release()).contains("000001");
            assertThat(mirror.names("releases")).containsExactly("000001");
            assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
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
                            "webroot/iso/campus.html",
                            "webroot/iso/campus.torrent",
                            "webroot/iso/index.html");
            assertThat(differences.unlisted()).containsExactly(gone);
            assertThat(report.counts()).isEqualTo(new Counts(3, 0, 1, 1, 1, 5));
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

            assertThat(folder.resolve("publish/releases/000001/webroot/about.html"))
                    .hasContent("About");
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
            assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
        }
    }

    @Nested
    class TheWhitelist {

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
        void beingUnavailableFailsThePublicationAndNotTheSite() {
            mirror.publish();
            mirror.whitelist().available(false);
            mirror.tree().with("about.txt", "New");

            PublicationReport report = mirror.publish();

            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .containsExactly(".: error: the database does not answer");
            assertThat(mirror.read("about.html")).isEqualTo("About");
            assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
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

    @Nested
    class Safeguards {

        @Test
        void anyErrorKeepsThePreviousReleaseAndAllProblemsAreListed() {
            mirror.publish();
            mirror.tree().with("about.txt", "New").with("a.torrent", "x").with("b.txt", new byte[] {(byte) 0xFF});

            PublicationReport report = mirror.publish();

            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(report.release()).isEmpty();
            assertThat(report.problems()).extracting(Problem::path).containsExactly("a.torrent", "b.txt");
            assertThat(mirror.read("about.html")).isEqualTo("About");
        }

        @Test
        void removingMostTorrentsNeedsForce() {
            for (int i = 0; i < 20; i++) {
                mirror.tree().withTorrent("many/" + i + ".torrent");
            }
            mirror.publish();
            for (int i = 0; i < 11; i++) {
                mirror.tree().without("many/" + i + ".torrent");
            }

            PublicationReport refused = mirror.publish();
            PublicationReport forced = mirror.publisher().publish(new PublicationOptions(false, true), Progress.NONE);

            assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            ".: error: this would remove 11 of 21 torrents; if that is meant, publish with force");
            assertThat(forced.state()).isEqualTo(State.SUCCEEDED);
        }

        @Test
        void removingTenTorrentsNeedsNone() {
            for (int i = 0; i < 9; i++) {
                mirror.tree().withTorrent("many/" + i + ".torrent");
            }
            mirror.publish();
            for (int i = 0; i < 9; i++) {
                mirror.tree().without("many/" + i + ".torrent");
            }
            mirror.tree().without("iso/campus.torrent");

            assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
        }

        @Test
        void movingTorrentsRemovesNone() {
            for (int i = 0; i < 20; i++) {
                mirror.tree().withTorrent("many/" + i + ".torrent");
            }
            mirror.publish();
            for (int i = 0; i < 20; i++) {
                mirror.tree().with("moved/" + i + ".torrent", mirror.tree().bytes("many/" + i + ".torrent"));
                mirror.tree().without("many/" + i + ".torrent");
            }

            assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
        }

        @Test
        void aFullDiskFailsThePublicationAndLeavesNothingBehind() {
            mirror.publish();
            mirror.tree().with("about.txt", "New");
            mirror.site((catalogue, outputs) -> {
                new PlainSite().render(catalogue, outputs);
                throw new FileSystemException("x.html", null, "No space left on device");
            });

            PublicationReport report = mirror.publish();

            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .containsExactly(".: error: x.html: No space left on device");
            assertThat(mirror.read("about.html")).isEqualTo("About");
            assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
            assertThat(mirror.names("releases")).containsExactly("000001");
        }

        @Test
        void aSecondPublisherIsTurnedAway() {
            List<PublicationReport> reports = new ArrayList<>();
            mirror.site((catalogue, outputs) -> {
                mirror.site(new PlainSite());
                reports.add(mirror.publish());
                return new PlainSite().render(catalogue, outputs);
            });

            PublicationReport first = mirror.publish();

            assertThat(first.state()).isEqualTo(State.SUCCEEDED);
            assertThat(reports.get(0).problems())
                    .extracting(Problem::message)
                    .containsExactly("another publication is running in " + folder.resolve("publish"));
        }

        @Test
        void twoOutputsOfTheSiteAtOnePathFailThePublication() {
            mirror.site((catalogue, outputs) -> {
                outputs.put("logo.png", new byte[0]);
                return List.of();
            });

            assertThat(mirror.publish().problems())
                    .extracting(Problem::message)
                    .containsExactly("two files of the release have the path webroot/logo.png");
        }

        @Test
        void missingContentIsOneClearError() throws IOException {
            Publisher publisher = new Publisher(
                    new seedbed.content.DirectoryContent(folder.resolve("none")),
                    new PlainSite(),
                    List.of("http://seedbed.example.org/announce"),
                    folder.resolve("publish"),
                    mirror.whitelist(),
                    Mirror.GRACE,
                    java.time.Clock.systemUTC());

            assertThat(publisher
                            .publish(PublicationOptions.NORMAL, Progress.NONE)
                            .problems())
                    .extracting(Problem::message)
                    .containsExactly("there is no directory " + folder.resolve("none") + " to read the content from");
        }
    }

    @Nested
    class ADryRun {

        @Test
        void tellsTheDifferencesAndWritesNothing() {
            PublicationReport report = mirror.rehearse();

            assertThat(report.state()).isEqualTo(State.SUCCEEDED);
            assertThat(report.release()).isEmpty();
            assertThat(report.differences().added()).hasSize(9);
            assertThat(report.differences().listed()).containsExactly(hash("iso/campus.torrent"));
            assertThat(folder.resolve("publish")).doesNotExist();
            assertThat(mirror.whitelist().calls()).isEmpty();
        }

        @Test
        void tellsThatNothingWouldChange() {
            mirror.publish();

            assertThat(mirror.rehearse().state()).isEqualTo(State.UNCHANGED);
        }
    }

    @Test
    void progressGrowsUntilAllIsDone() {
        List<int[]> reports = new ArrayList<>();

        mirror.publisher().publish(PublicationOptions.NORMAL, (done, total) -> reports.add(new int[] {done, total}));

        assertThat(reports).first().isEqualTo(new int[] {0, 3});
        assertThat(reports).last().isEqualTo(new int[] {11, 11});
        for (int i = 1; i < reports.size(); i++) {
            assertThat(reports.get(i)[0]).isBetween(reports.get(i - 1)[0], reports.get(i)[1]);
        }
    }
}
