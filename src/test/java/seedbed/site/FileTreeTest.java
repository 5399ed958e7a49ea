package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFile;
import seedbed.torrent.TorrentReader;

class FileTreeTest {

    private static final Torrent FOLDER = new TorrentReader()
            .read(new SampleTorrent("top", true, new TreeMap<>(Map.of("f", new byte[1]))).v1())
            .torrent()
            .orElseThrow();

    private static TorrentFile file(long length, String... path) {
        return new TorrentFile(List.of(path), length, false, Optional.empty());
    }

    private static List<String> rows(TorrentFile... files) {
        return FileTree.rows(FOLDER, List.of(files)).stream()
                .map(row -> switch (row.kind()) {
                    case OPEN -> row.name() + "/ " + row.size().exact();
                    case FILE -> row.name();
                    case CLOSE -> "-";
                })
                .toList();
    }

    @Test
    void filesOfAFolderAreTogetherAndFoldersComeFirst() {
        assertThat(rows(file(1, "z"), file(2, "d", "x"), file(3, "a"), file(4, "d", "e", "y"), file(5, "d", "w")))
                .containsExactly("top/ 15 bytes", "d/ 11 bytes", "e/ 4 bytes", "y", "-", "x", "w", "-", "z", "a", "-");
    }

    @Test
    void aFolderMayBeCalledLikeAFile() {
        assertThat(rows(file(1, "d"), file(2, "d", "x")))
                .containsExactly("top/ 3 bytes", "d/ 2 bytes", "x", "-", "d", "-");
    }

    @Test
    void foldersWithoutEndAreShownInOnePiece() {
        String[] path = Collections.nCopies(10_000, "d").toArray(String[]::new);
        assertThat(rows(file(1, path))).hasSize(2 * 33 + 1).anyMatch(row -> row.startsWith("d/d/d/"));
    }
}
