package seedbed.torrent;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.bencode.Irregularity;

/** Warns of torrents that rtorrent 0.9.8, which runs on the seed boxes, cannot load or open although others can. */
final class RtorrentLimits {

    /** In bytes; exclusive. */
    private static final long SHORTEST_PIECE = 1024;

    private final Faults faults;

    RtorrentLimits(Faults faults) {
        this.faults = faults;
    }

    void check(Fields info, TorrentVersion version, long pieceLength, List<FileEntry> files) {
        checkCollisions(files);
        int offset = info.dictionary().start();
        if (version == TorrentVersion.V2) {
            faults.warning(offset, "key 'info' is v2 only: rtorrent 0.9.8 cannot load it, seed boxes will not have it");
            return;
        }
        // It hashes what it would have written itself.
        Optional<Irregularity> irregular = info.dictionary().irregularity();
        irregular.ifPresent(found -> faults.warning(
                found.offset(),
                "key 'info' is not canonical bencode, rtorrent 0.9.8 cannot load it: " + found.message()));
        if (pieceLength <= SHORTEST_PIECE) {
            faults.warning(
                    offset, "key 'info.piece length' is " + pieceLength + ": rtorrent 0.9.8 needs more than 1024");
        }
    }

    /** Padding of equal length usually has an equal path: the torrent loads but its files are never opened. */
    private void checkCollisions(List<FileEntry> files) {
        // With the lowest character as separator, what stands below a path is sorted right behind it.
        List<Place> places = files.stream()
                .map(entry -> new Place(String.join("\0", entry.file().path()) + '\0', entry))
                .sorted(Comparator.comparing(Place::path))
                .toList();
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i).path().startsWith(places.get(i - 1).path())) {
                faults.warning(
                        places.get(i).entry().offset(),
                        "key 'info.files' has two files in one place, which rtorrent 0.9.8 cannot open: '"
                                + places.get(i - 1).entry().file().joinedPath() + "'");
            }
        }
    }

    private record Place(String path, FileEntry entry) {}
}
