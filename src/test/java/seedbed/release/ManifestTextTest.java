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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.content.Commit;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

class ManifestTextTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final Manifest MANIFEST = new Manifest(
            new ManifestHead(NOON, Optional.of(new Commit("abc123", NOON)), 1, 2, 3),
            new TreeMap<>(Map.of("webroot/a b.html", SHA256, "webroot/# end", SHA256)),
            List.of(new Listing(InfoHash.of(new byte[20]), "a b/c.torrent", "odd\nname % of + ü", 1L << 40)),
            List.of(new RemovedTorrent("gone one.torrent", "gone one", List.of(InfoHash.of(new byte[20])))));

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("manifest"), text);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = Files.write(folder.resolve("manifest"), ManifestText.of(MANIFEST));

        assertThat(ManifestText.read(file)).isEqualTo(MANIFEST);
        assertThat(ManifestText.readHead(file)).isEqualTo(MANIFEST.head());
    }

    @Test
    void theTextIsThatOfSha256sumWithComments() {
        assertThat(ManifestText.of(MANIFEST)).asString().isEqualTo("""
                # created 2026-11-24T12:00:00Z
                # commit abc123 2026-11-24T12:00:00Z
                # holds 1 pages 2 torrents 3 images
                # listed 0000000000000000000000000000000000000000 1099511627776 odd%0Aname+%25+of+%2B+%C3%BC a b/c.torrent
                # removed 0000000000000000000000000000000000000000 gone+one gone one.torrent
                HASH  webroot/# end
                HASH  webroot/a b.html
                # end
                """.replace("HASH", SHA256));
    }

    @Test
    void aManifestThatIsCutOffIsRefused() throws IOException {
        Path file = write("# created 2026-11-24T12:00:00Z\n" + SHA256 + "  webroot/a.html\n");

        assertThatThrownBy(() -> ManifestText.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is cut off: its last line should be \"# end\"");
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        for (String line : List.of("hello", "# created yesterday", "# listed 00 1 a b", SHA256 + " one-space", "")) {
            Path file = write(line + "\n# end\n");

            assertThatThrownBy(() -> ManifestText.read(file)).as(line).isInstanceOf(IOException.class);
        }
    }
}
