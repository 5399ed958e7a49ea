package seedbed.torrent;

import org.jspecify.annotations.Nullable;
import seedbed.bencode.ByteString;

/**
 * A file while its torrent is being validated.
 *
 * @param offset where its description begins in the torrent file
 * @param root the root of its Merkle tree: in v2 descriptions only, and there of files that are not empty
 */
record FileEntry(TorrentFile file, int offset, @Nullable ByteString root) {

    long length() {
        return file.length();
    }
}
