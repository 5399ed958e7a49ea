package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReleaseTest {

    private static final Manifest MANIFEST = manifest("webroot/index.html");

    @TempDir
    private Path folder;

    private final LastRelease last = new LastRelease();

    private static Manifest manifest(String path) {
        ManifestHead head = new ManifestHead(Instant.parse("2026-11-24T12:00:00Z"), Optional.empty(), 1, 0, 0);
        return new Manifest(head, Map.of(path, "0".repeat(64)), List.of(), List.of());
    }

    private void write(Manifest manifest) throws IOException {
        Files.write(folder.resolve("manifest"), ManifestText.of(manifest));
    }

    @BeforeEach
    void writeManifest() throws IOException {
        write(MANIFEST);
    }

    @Test
    void aReleaseIsReadOnce() throws IOException {
        Release first = last.in(folder);

        assertThat(first.manifest()).isEqualTo(MANIFEST);
        assertThat(last.in(folder)).isSameAs(first);
    }

    @Test
    void aReleaseThatWasJustWrittenIsNotRead() throws IOException {
        Release written = new Release("000001", folder, MANIFEST);

        last.keep(written);

        assertThat(last.in(folder)).isSameAs(written);
    }

    @Test
    void aReleaseWhoseManifestWasReplacedIsReadAnew() throws IOException {
        last.in(folder);
        Files.delete(folder.resolve("manifest"));
        write(manifest("webroot/another.html"));

        assertThat(last.in(folder).manifest()).isEqualTo(manifest("webroot/another.html"));
    }

    @Test
    void aReleaseWhoseManifestWasCutOffIsRefusedAlthoughItIsKnown() throws IOException {
        last.in(folder);
        Files.writeString(folder.resolve("manifest"), "# created 2026-11-24T12:00:00Z\n");

        assertThatThrownBy(() -> last.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is cut off");
    }

    @Test
    void anotherReleaseIsNotTakenForTheLastOne() throws IOException {
        last.in(folder);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.write(other.resolve("manifest"), ManifestText.of(manifest("webroot/another.html")));

        assertThat(last.in(other).manifest()).isEqualTo(manifest("webroot/another.html"));
    }
}
