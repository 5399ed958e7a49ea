package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.release.PublicationReport.State;

/** A process that dies leaves the old release or the new one, whole, and the next publication cleans up after it. */
class InterruptedPublicationTest {

    /** Nothing in the code catches it, just as nothing catches the loss of power. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    private Mirror mirror;
    private Map<String, String> old;

    @BeforeEach
    void publishOnce() {
        mirror = new Mirror(folder.resolve("publish"));
        mirror.tree().with("about.txt", "Old").with("logo.png", "PNG").withTorrent("old.torrent");
        mirror.publish();
        old = mirror.files();
        mirror.tree().with("about.txt", "New").without("old.torrent").withTorrent("new.torrent");
    }

    private void assertThatNextPublicationRecovers() throws IOException {
        mirror.site(new PlainSite());
        Mirror fresh = new Mirror(folder.resolve("fresh"));
        mirror.tree().files().forEach(fresh.tree()::with);
        fresh.publish();

        assertThat(mirror.publish().state()).isNotEqualTo(State.FAILED);
        assertThat(mirror.files()).isEqualTo(fresh.files());
        assertThat(mirror.whitelist().published()).isEqualTo(fresh.whitelist().published());
        assertThat(mirror.names(""))
                .containsExactly(
                        "current",
                        "lock",
                        "prepared-" + mirror.current().toRealPath().getFileName(),
                        "releases");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void deathAtAnyStepLeavesOneWholeRelease(Step fatal) throws IOException {
        Publisher publisher = mirror.publisher(step -> {
            if (step == fatal) {
                throw new Death();
            }
        });

        assertThatThrownBy(() -> publisher.publish(PublicationOptions.NORMAL, Progress.NONE))
                .isInstanceOf(Death.class);

        if (fatal.compareTo(Step.CURRENT) < 0) {
            assertThat(mirror.files()).isEqualTo(old);
        } else {
            assertThat(mirror.read("about.html")).isEqualTo("New");
        }
        assertThatNextPublicationRecovers();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void deathWhileBuildingLeavesTheOldRelease(int files) throws IOException {
        AtomicInteger left = new AtomicInteger(files);
        mirror.site((catalogue, outputs) -> new PlainSite().render(catalogue, (path, bytes) -> {
            if (left.getAndDecrement() == 0) {
                throw new Death();
            }
            outputs.put(path, bytes);
        }));

        assertThatThrownBy(() -> mirror.publish()).isInstanceOf(Death.class);

        assertThat(mirror.files()).isEqualTo(old);
        assertThatNextPublicationRecovers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list 1", "expire others than 1"})
    void deathWhileTheWhitelistChangesLeavesOneWholeRelease(String call) throws IOException {
        mirror.whitelist().onCall(() -> {
            if (mirror.whitelist().calls().contains(call)) {
                throw new Death();
            }
        });
        mirror.whitelist().calls().clear();

        assertThatThrownBy(() -> mirror.publish()).isInstanceOf(Death.class);

        mirror.whitelist().onCall(() -> {});
        assertThat(mirror.read("about.html")).isIn("Old", "New");
        assertThatNextPublicationRecovers();
    }

    @Test
    void aLinkThatWasNotYetRenamedDoesNotMatter() throws Exception {
        Files.createSymbolicLink(folder.resolve("publish/current-next"), Path.of("releases/000099"));

        assertThatNextPublicationRecovers();
    }

    @Test
    void aLinkThatWasNotYetRenamedIsRemovedEvenIfThereIsNothingToPublish() throws Exception {
        mirror.publish();
        Path link = Files.createSymbolicLink(folder.resolve("publish/current-next"), Path.of("releases/000099"));

        mirror.publish();

        assertThat(link).doesNotExist();
    }

    @Test
    void anOldReleaseThatIsHalfRemovedIsRemoved() throws Exception {
        Files.createDirectories(folder.resolve("publish/removing-000000/webroot/a"));
        Files.writeString(folder.resolve("publish/removing-000000/webroot/a/b.html"), "x");

        assertThatNextPublicationRecovers();
    }
}
