package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.content.SourceFile;

/** What a site makes again of a tree in which something changed, where files have names for their bytes. */
class SecondRenderingTest {

    private static final String PAGE = "a/c.html";

    private final Site site = new Site(
            new SiteSettings("M", RenderedSite.URL, List.of("https://mirror.example/announce"), Optional.empty()));
    private final Map<String, String> files = new HashMap<>();
    private RenderedSite tree;

    @BeforeEach
    void renderOnce() throws IOException {
        tree = new RenderedSite()
                .file(file("a/c.torrent", torrent("first")))
                .file(file("a/c.txt", "# A map\n\nOf the campus."));
        assertThat(made()).containsKey(PAGE);
    }

    private static byte[] torrent(String comment) {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        return new SampleTorrent("c.iso", false, new TreeMap<>(Map.of("c.iso", content)))
                .comment(comment)
                .v1();
    }

    private static SourceFile file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static SourceFile file(String path, byte[] bytes) {
        String version = FileContent.of(bytes).sha256();
        return new SourceFile(path, Optional.empty(), bytes.length, Optional.of(version), bytes::clone);
    }

    /** Renders the tree, and tells what was made for it. */
    private Map<String, String> made() throws IOException {
        Map<String, String> made = new ConcurrentHashMap<>();
        OutputSink outputs = new OutputSink() {
            @Override
            public void put(String path, FileContent content) {
                made.put(path, new String(content.bytes(), StandardCharsets.UTF_8));
            }

            @Override
            public boolean keeps(String path, String sha256, int length) {
                return files.containsKey(path);
            }
        };
        assertThat(site.render(tree.catalogue(), outputs)).isEmpty();
        files.putAll(made);
        return made;
    }

    @Test
    void noPageOfAnEqualTreeIsMadeAgain() throws IOException {
        Set<String> again = made().keySet();
        assertThat(again).isNotEmpty().noneMatch(path -> path.endsWith(".html"));
    }

    @Test
    void aTorrentWithOtherBytesHasAnotherPage() throws IOException {
        tree.file(file("a/c.torrent", torrent("second")));
        assertThat(made().get(PAGE)).contains("<bdi>second</bdi>");
    }

    @Test
    void aTorrentWithAnotherTextHasAnotherPage() throws IOException {
        tree.file(file("a/c.txt", "# A map\n\nOf the town."));
        assertThat(made().get(PAGE)).contains("Of the town.");
    }

    @Test
    void aTorrentInADirectoryWithAnotherTitleHasAnotherPage() throws IOException {
        tree.file(file("a/index.txt", "# Cartography"));
        assertThat(made().get(PAGE)).contains(">Cartography</a>");
    }

    @Test
    void aTorrentThatHasASuccessorNowHasAnotherPage() throws IOException {
        tree.file(file("a/c.txt", "# A map\n\nOf the campus.\n\nSuperseded by: d.torrent"))
                .torrent("a/d.torrent", "d.iso");
        assertThat(made().get(PAGE)).contains("Superseded by");
    }

    @Test
    void aTorrentWithNewChecksumsHasAnotherPage() throws IOException {
        tree.file(file("a/SHA256SUMS", "0".repeat(64) + "  c.iso\n"));
        assertThat(made().get(PAGE)).contains("0".repeat(64));
    }
}
