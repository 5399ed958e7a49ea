package seedbed.torrent;

import java.util.List;
import java.util.Optional;

/**
 * One file inside a torrent. Names are text to show: what is not UTF-8, and control characters, stand as U+FFFD.
 *
 * @param path directories, then the name, below the torrent's own directory; just the name in a single-file torrent
 * @param length in bytes
 * @param padding only there to align the next file with a piece (BEP 47): no content
 * @param symlink where a symbolic link points, below the torrent's own directory (BEP 47)
 */
public record TorrentFile(List<String> path, long length, boolean padding, Optional<List<String>> symlink) {

    public TorrentFile {
        path = List.copyOf(path);
        symlink = symlink.map(List::copyOf);
        if (path.isEmpty() || length < 0) {
            throw new IllegalArgumentException("a file has a name and a length of at least 0, not " + length);
        }
    }

    /** The path with {@code /} between names. */
    public String joinedPath() {
        return String.join("/", path);
    }
}
