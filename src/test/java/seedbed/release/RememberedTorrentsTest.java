package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.release.PublicationReport.State;

/** Of a commit that changed little, little is read; and what is published is the same. */
class RememberedTorrentsTest {

    @TempDir
    private Path folder;

    private final Queue<String> reads = new ConcurrentLinkedQueue<>();
    private Mirror mirror;
    private Publisher publisher;

    @BeforeEach
    void publishOnce() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "About").withTorrent("iso/a.torrent").withTorrent("iso/b.torrent");
        publisher = mirror.publisherOfCommits(reads::add);
        publish();
        reads.clear();
    }

    private PublicationReport publish() {
        return publisher.publish(PublicationOptions.NORMAL, Progress.NONE);
    }

    @Test
    void onlyFilesThatChangedAreRead() {
        mirror.tree().with("about.txt", "More about");

        publish();

        assertThat(reads).containsExactly("about.txt");
    }

    @Test
    void afterReadingAheadANewPublisherReadsOnlyWhatChangedSince() {
        publisher = mirror.publisherOfCommits(reads::add);
        publisher.readAhead(() -> false);
        assertThat(reads).contains("iso/a.torrent", "iso/b.torrent", "about.txt");
        reads.clear();
        mirror.tree().with("about.txt", "More about");

        publish();

        assertThat(reads).containsExactly("about.txt");
    }

    @Test
    void readingAheadPublishesNothing() {
        SortedMap<String, String> before = mirror.files();
        mirror.tree().with("about.txt", "More about");

        publisher.readAhead(() -> false);

        assertThat(mirror.files()).isEqualTo(before);
        assertThat(mirror.names("")).containsExactly("current", "lock", "releases");
    }

    @Test
    void readingAheadEndsWhenItIsNotWantedAnyMore() {
        mirror.tree().with("about.txt", "More about");

        publisher.readAhead(() -> true);

        assertThat(reads).isEmpty();
    }

    @Test
    void whatWasGivenUpInTheMidstOfReadingAheadIsPublishedAllTheSame() {
        publisher = mirror.publisherOfCommits(reads::add);
        mirror.tree().with("about.txt", "More about");

        publisher.readAhead(() -> !reads.isEmpty());

        assertThat(publish().state()).isEqualTo(State.SUCCEEDED);
        assertThat(mirror.read("about.html")).isEqualTo("More about");
    }

    @Test
    void theReleaseIsTheOneThatANewPublisherWouldMake() {
        mirror.tree()
                .with("about.txt", "More about")
                .withTorrent("iso/c.torrent")
                .without("iso/b.torrent");
        publish();
        SortedMap<String, String> remembered = mirror.files();

        Mirror fresh = new Mirror(folder.resolve("fresh"));
        mirror.tree().files().forEach(fresh.tree()::with);
        fresh.publish();

        assertThat(remembered).isEqualTo(fresh.files());
    }

    @Test
    void aTorrentThatTheReleaseBeforeLostIsMadeAnew() throws IOException {
        Path torrent = mirror.current().resolve("webroot/iso/a.torrent");
        byte[] whole = Files.readAllBytes(torrent);
        Files.delete(torrent);

        assertThat(publish().state()).isEqualTo(State.SUCCEEDED);

        assertThat(torrent).hasBinaryContent(whole);
    }

    @Test
    void aTorrentThatMovedIsPublishedAtItsNewPlaceAlone() {
        byte[] bytes = mirror.tree().bytes("iso/a.torrent");
        mirror.tree().without("iso/a.torrent").with("moved/a.torrent", bytes);

        publish();

        assertThat(mirror.files().keySet()).contains("webroot/moved/a.torrent").doesNotContain("webroot/iso/a.torrent");
    }
}
