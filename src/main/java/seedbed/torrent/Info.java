package seedbed.torrent;

import java.util.List;
import java.util.Optional;
import seedbed.protocol.InfoHash;

/** What the {@code info} dictionary of a valid torrent says. */
record Info(
        TorrentVersion version,
        String name,
        Optional<InfoHash> v1,
        Optional<InfoHashV2> v2,
        List<TorrentFile> files,
        boolean multiFile,
        long pieceLength,
        int pieceCount,
        boolean fitForSeedBoxes) {

    Info {
        files = List.copyOf(files);
    }
}
