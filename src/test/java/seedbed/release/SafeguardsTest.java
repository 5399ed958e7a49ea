package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.DirectoryContent;
import seedbed.content.Problem;
import seedbed.release.PublicationReport.State;

class SafeguardsTest {

    @TempDir
    private Path folder;

    private Mirror mirror;

    @BeforeEach
    void plant() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "About").with("logo.png", "PNG").withTorrent("iso/campus.torrent");
    }

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
                        ".:1:1: error: this would remove 11 of 21 torrents; if that is meant, publish with force");
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
                .containsExactly(".:1:1: error: x.html: No space left on device");
        assertThat(mirror.read("about.html")).isEqualTo("About");
        assertThat(mirror.names("")).containsExactly("current", "lock", "prepared-000001", "releases");
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
                new DirectoryContent(folder.resolve("none")),
                new PlainSite(),
                List.of("http://seedbed.example.org/announce"),
                folder.resolve("publish"),
                mirror.whitelist(),
                Mirror.GRACE,
                Clock.systemUTC());

        assertThat(publisher.publish(PublicationOptions.NORMAL, Progress.NONE).problems())
                .extracting(Problem::message)
                .containsExactly("there is no directory " + folder.resolve("none") + " to read the content from");
    }
}
