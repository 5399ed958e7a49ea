package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} in the midst of {@code publish}: readers keep a whole release, and the next run makes up for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class KilledPublicationSystemTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TORRENTS = 150;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Path content;
    private Path publish;
    private Map<String, String> settings;

    @BeforeAll
    void publishOnce() throws Exception {
        PostgresServer postgres = PostgresServer.create(bench).start();
        content = bench.directory("content");
        Path files = bench.directory("files");
        for (int i = 0; i < TORRENTS; i++) {
            Payload.write(files, content.resolve("film-" + i + ".torrent"), "film-" + i, 1_000, i);
        }
        settings = new HashMap<>(postgres.settings());
        settings.put("content.dir", content.toString());
        settings.put("data.dir", bench.path("var").toString());
        publish = bench.path("var/publish");
        mustPublish("Before");
    }

    @Test
    @DisplayName("killed while it builds, a publication leaves the old release whole")
    void killedWhileBuilding() throws Exception {
        for (int written = 0; written <= 2 * TORRENTS; written += TORRENTS / 3) {
            int enough = written;
            String old = current();

            killWhen("Never seen", () -> written() >= enough);

            // A fast machine may have gone on to the end meanwhile; the release is whole in both cases.
            assertThatCurrentIsWhole();
            if (current().equals(old)) {
                assertThat(page()).doesNotContain("Never seen");
            }
            mustPublish("After " + written);
        }
    }

    @Test
    @DisplayName("killed around the moment of the change, it leaves the old or the new release whole")
    void killedAroundTheChange() throws Exception {
        List<Moment> moments = List.of(
                () -> building()
                        .filter(dir -> Files.exists(dir.resolve("manifest")))
                        .isPresent(),
                () -> building().isEmpty() && names(publish.resolve("releases")).size() > 5,
                () -> Files.exists(publish.resolve("current-next"), LinkOption.NOFOLLOW_LINKS),
                () -> page().contains("Around"));
        for (Moment moment : moments) {
            killWhen("Around", moment);

            assertThatCurrentIsWhole();
            mustPublish("Then");
        }
    }

    private interface Moment {
        boolean hasCome() throws IOException;
    }

    /** Publishes under a new title, so that every page changes, and kills that as soon as the moment has come. */
    private void killWhen(String title, Moment moment) throws Exception {
        try (Program program = start(title)) {
            while (program.isRunning() && !hasCome(moment)) {
                Thread.onSpinWait();
            }
            program.kill();
            program.exitCode(PATIENCE);
        }
    }

    private static boolean hasCome(Moment moment) throws IOException {
        try {
            return moment.hasCome();
        } catch (NoSuchFileException goneWhileLooking) {
            return false;
        }
    }

    private void mustPublish(String title) throws Exception {
        try (Program program = start(title)) {
            assertThat(program.exitCode(PATIENCE)).as(program.output()).isZero();
        }
        assertThat(page()).contains(title);
        assertThatCurrentIsWhole();
        assertThat(names(publish)).containsExactlyInAnyOrder("current", "lock", "prepared-" + current(), "releases");
        assertThat(names(publish.resolve("releases"))).hasSizeLessThanOrEqualTo(5);
    }

    private Program start(String title) throws Exception {
        settings.put("site.title", title);
        Path directory = Files.createTempDirectory(bench.path(""), "publish-");
        Path file = SeedbedProcess.configuration(directory, settings);
        return Program.start("publish", directory, SeedbedProcess.java("--config", file.toString(), "publish"));
    }

    /** Where a publication builds now. */
    private Optional<Path> building() throws IOException {
        return names(publish).stream()
                .filter(name -> name.startsWith("building-"))
                .map(publish::resolve)
                .findFirst();
    }

    /** How many files it has made for visitors; negative before it begins. */
    private int written() throws IOException {
        Optional<Path> building = building();
        return building.isEmpty()
                ? -1
                : names(building.get().resolve("webroot")).size();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    private String current() throws IOException {
        return String.valueOf(publish.resolve("current").toRealPath().getFileName());
    }

    private String page() throws IOException {
        return Files.readString(publish.resolve("current/webroot/index.html"));
    }

    /** Every file of the manifest is there with the bytes that it should have, and no other file is. */
    private void assertThatCurrentIsWhole() throws IOException {
        Path release = publish.resolve("current").toRealPath();
        List<String> files = new ArrayList<>(List.of("manifest"));
        for (String line : Files.readAllLines(release.resolve("manifest"))) {
            if (!line.startsWith("# ")) {
                String path = line.substring(66);
                assertThat(Payload.sha256(release.resolve(path))).as(path).isEqualTo(line.substring(0, 64));
                files.add(path);
            }
        }
        try (Stream<Path> all = Files.walk(release)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> release.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
    }
}
