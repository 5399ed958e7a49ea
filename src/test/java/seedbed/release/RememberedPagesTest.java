package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.site.Site;
import seedbed.site.SiteSettings;

/** Whatever a site remembers of earlier publications, a release is what it would be without. */
class RememberedPagesTest {

    private static final List<String> TEXTS = List.of("about.txt", "iso/index.txt", "iso/campus.txt", "iso/notes.txt");

    @TempDir
    private Path folder;

    private Site site(Optional<Path> theme) {
        return new Site(new SiteSettings(
                "Mirror", "http://seedbed.example.org", List.of("http://seedbed.example.org/announce"), theme));
    }

    private Mirror mirror(String name, Site site) {
        Mirror mirror = new Mirror(folder.resolve(name));
        mirror.site(site);
        return mirror;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aReleaseDoesNotDependOnThoseBefore(long seed) {
        Random random = new Random(seed);
        Mirror remembering = mirror("remembering", site(Optional.empty()));
        remembering.tree().withTorrent("iso/campus.torrent").withTorrent("iso/other.torrent");
        Publisher publisher = remembering.publisherOfCommits(read -> {});
        for (int round = 0; round < 6; round++) {
            Mirror fresh = mirror("fresh-" + round, site(Optional.empty()));
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            if (random.nextInt(4) == 0) {
                remembering.tree().without(text);
            } else {
                remembering.tree().with(text, "# Title " + random.nextInt(3) + "\n\nParagraph " + random.nextInt(3));
            }
            publisher.publish(PublicationOptions.NORMAL, Progress.NONE);
            publisher.tidy();
            fresh.publisher(remembering.tree()).publish(PublicationOptions.NORMAL, Progress.NONE);

            assertThat(remembering.files()).isEqualTo(fresh.files());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aPublisherThatGoesOnPublishesWhatOneThatWasJustStartedDoes(long seed) throws IOException {
        Random random = new Random(seed);
        Mirror goingOn = mirror("going-on", site(Optional.empty()));
        Mirror started = mirror("started", site(Optional.empty()));
        Publisher publisher = goingOn.publisherOfCommits(read -> {});
        for (int round = 0; round < 8; round++) {
            String torrent = "iso/" + random.nextInt(3) + ".torrent";
            for (Mirror mirror : List.of(goingOn, started)) {
                mirror.tree().with("round.txt", "Round " + round);
                if (mirror.tree().files().containsKey(torrent)) {
                    mirror.tree().without(torrent);
                } else {
                    mirror.tree().withTorrent(torrent);
                }
            }
            publisher.publish(PublicationOptions.NORMAL, Progress.NONE);
            started.site(site(Optional.empty()));
            started.publish();

            assertThat(goingOn.files()).isEqualTo(started.files());
            assertThat(goingOn.current().resolve("manifest"))
                    .hasSameTextualContentAs(started.current().resolve("manifest"));
        }
    }

    @Test
    void pagesOfAThemeAreMadeAnewWhenItChanges() throws IOException {
        Path footer = Files.createDirectories(folder.resolve("theme/templates")).resolve("footer.ftlh");
        Files.writeString(footer, "Old footer");
        Mirror mirror = mirror("publish", site(Optional.of(folder.resolve("theme"))));
        mirror.tree().with("about.txt", "# About");
        mirror.publish();

        Files.writeString(footer, "New footer");
        mirror.publish();
        assertThat(mirror.read("about.html")).contains("New footer");

        Files.delete(footer);
        mirror.publish();
        assertThat(mirror.read("about.html")).doesNotContain("New footer");
    }

    @Test
    void aPageThatWasLostIsMadeAgain() throws IOException {
        Mirror mirror = mirror("publish", site(Optional.empty()));
        mirror.tree().with("about.txt", "# About");
        mirror.publish();
        String before = mirror.read("about.html");
        Files.delete(mirror.current().resolve("webroot/about.html"));

        mirror.publish();

        assertThat(mirror.read("about.html")).isEqualTo(before);
    }
}
