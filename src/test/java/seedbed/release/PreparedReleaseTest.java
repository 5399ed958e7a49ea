package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.release.PublicationReport.State;

/** After a publication everything is linked that the next release will share with it. */
class PreparedReleaseTest {

    private static final List<String> PATHS =
            List.of("a.png", "a.png/b.png", "a.png/b.png/c.png", "d/e.png", "d/f.png");

    @TempDir
    private Path folder;

    private Mirror mirror;

    @BeforeEach
    void publishOnce() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "About").with("logo.png", "PNG").withTorrent("iso/campus.torrent");
        mirror.publish();
    }

    private Path path(String relative) {
        return folder.resolve("publish").resolve(relative);
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }

    private Object prepared() throws IOException {
        return inode(path("prepared-000001/webroot"));
    }

    private void assertThatReleaseIsWhatAFreshOneWouldBe() {
        Mirror fresh = new Mirror(folder.resolve("fresh"));
        mirror.tree().files().forEach(fresh.tree()::with);
        fresh.publish();

        assertThat(mirror.files()).isEqualTo(fresh.files());
    }

    @Test
    void isWhatTheNextReleaseIsMadeOf() throws IOException {
        Object prepared = prepared();
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThat(inode(path("releases/000002/webroot"))).isEqualTo(prepared);
        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000002", "releases");
        assertThatReleaseIsWhatAFreshOneWouldBe();
    }

    @Test
    void isLeftAloneWhereNothingIsToBePublished() throws IOException {
        Object prepared = prepared();

        mirror.publish();

        assertThat(prepared()).isEqualTo(prepared);
    }

    @Test
    void isMadeOfTheOldestReleaseIfThatIsRemoved() throws IOException {
        Object oldest = inode(path("releases/000001/webroot"));
        for (int i = 0; i < 5; i++) {
            mirror.tree().with("about.txt", "Version " + i);
            mirror.publish();
        }

        assertThat(inode(path("prepared-000006/webroot"))).isEqualTo(oldest);
        assertThat(path("prepared-000006/webroot/about.html")).hasContent("Version 4");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverMattersToTheReleaseThatIsMadeOfIt(long seed) {
        Random random = new Random(seed);
        Mirror unprepared = new Mirror(folder.resolve("unprepared"));
        for (int round = 0; round < 12; round++) {
            String changed = PATHS.get(random.nextInt(PATHS.size()));
            for (String path : PATHS) {
                if (path.startsWith(changed) || changed.startsWith(path + '/')) {
                    mirror.tree().without(path);
                }
            }
            mirror.tree().with("round.txt", "Round " + round);
            if (random.nextInt(3) > 0) {
                mirror.tree().with(changed, "Image " + random.nextInt(2));
            }
            mirror.publish();
            unprepared.publisher(mirror.tree()).publish(new PublicationOptions(false, true), Progress.NONE);

            assertThat(mirror.files()).isEqualTo(unprepared.files());
            assertThat(directories(mirror)).isEqualTo(directories(unprepared));
        }
    }

    private static List<String> directories(Mirror mirror) {
        try (Stream<Path> paths = Files.walk(mirror.current().toRealPath())) {
            Path top = mirror.current().toRealPath();
            return paths.filter(Files::isDirectory)
                    .map(path -> top.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isNotUsedAfterAnotherReleaseOfTheSameNumberWasPutInPlace() throws IOException {
        Path restored = path("releases/000001");
        PathUtils.copyDirectory(restored, folder.resolve("backup"));
        PathUtils.deleteDirectory(restored);
        Files.move(folder.resolve("backup"), restored);
        Object prepared = prepared();
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThat(inode(path("releases/000002/webroot"))).isNotEqualTo(prepared);
        assertThatReleaseIsWhatAFreshOneWouldBe();
    }

    @Test
    void isThatOfTheReleaseWhichWasRolledBackTo() {
        mirror.tree().with("about.txt", "More about");
        mirror.publish();

        mirror.publisher().activate("000001");
        mirror.publisher().tidy();

        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000001", "releases");
        assertThat(path("prepared-000001/webroot/about.html")).hasContent("About");
    }

    @Test
    void isCompletedIfAFileIsMissingInIt() throws IOException {
        Files.delete(path("prepared-000001/webroot/logo.png"));
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThatReleaseIsWhatAFreshOneWouldBe();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preparing-000001", "building-000002-base"})
    void isRemovedIfItWasNotFinishedOrIsHalfChanged(String name) throws IOException {
        Files.move(path("prepared-000001"), path(name), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(path(name).resolve("webroot/logo.png"));
        mirror.tree().with("about.txt", "More about");

        mirror.publish();

        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000002", "releases");
        assertThatReleaseIsWhatAFreshOneWouldBe();
    }

    @Test
    void isMissingWithoutHarmAfterAReleaseThatLostAFile() throws IOException {
        mirror.tree().with("about.txt", "More about");
        mirror.publisher().publish(PublicationOptions.NORMAL, Progress.NONE);
        Files.delete(mirror.current().resolve("webroot/logo.png"));

        mirror.publisher().tidy();

        assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
        assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
        assertThatReleaseIsWhatAFreshOneWouldBe();
    }
}
