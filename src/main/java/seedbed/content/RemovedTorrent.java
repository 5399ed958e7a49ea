package seedbed.content;

import java.util.List;
import seedbed.protocol.InfoHash;

/**
 * A torrent that was published and is no more.
 *
 * @param path where the torrent file was: {@code a/c.torrent}
 * @param name as the torrent itself said
 * @param hashes of its swarms: v1, and v2 truncated
 */
public record RemovedTorrent(String path, String name, List<InfoHash> hashes) {

    public RemovedTorrent {
        hashes = List.copyOf(hashes);
    }

    /** Path of its page in the webroot, which stays: {@code a/c.html}. */
    public String page() {
        return TreeSorting.pageOf(path);
    }
}
