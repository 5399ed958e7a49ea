package seedbed.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import seedbed.torrent.Torrent;

/**
 * A torrent of the tree and all that the tree says about it.
 *
 * @param file the authors' torrent file
 * @param page path of its page in the webroot: {@code a/c.html}
 * @param description the text beside it, {@code a/c.txt}, without the line that names a successor
 * @param supersededBy the line that names a successor
 * @param attestations checksum and signature files that name the torrent, its content or one of its files
 */
public record CatalogueTorrent(
        SourceFile file,
        String page,
        Torrent torrent,
        Optional<Page> description,
        Optional<Supersession> supersededBy,
        List<SourceFile> attestations) {

    public CatalogueTorrent {
        attestations = List.copyOf(attestations);
    }

    /** Of the torrent file, in the tree and in the webroot: {@code a/c.torrent}. */
    public String path() {
        return file.path();
    }

    /** When the commit was made that introduced the torrent file. */
    public Optional<Instant> added() {
        return file.added();
    }

    /** Path in the webroot of the variant that names our tracker alone: {@code a/c.campus.torrent}. */
    public String campusPath() {
        return TreePath.stem(path()) + ".campus.torrent";
    }
}
