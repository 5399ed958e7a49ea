package seedbed.torrent;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.bencode.Irregularity;

/** Warns of torrents that rtorrent 0.9.8, which runs on the seed boxes, cannot use although other clients can. */
final class RtorrentLimits {

    /** In bytes; exclusive. */
    private static final long SHORTEST_PIECE = 1024;

    private final Faults faults;

    RtorrentLimits(Faults faults) {
        this.faults = faults;
    }

    /** Whether a seed box survives loading the torrent; warns of what it cannot use. */
    boolean check(Fields info, TorrentVersion version, long pieceLength, List<FileEntry> files) {
        checkCollisions(files);
        int offset = info.dictionary().start();
        if (version == TorrentVersion.V2) {
            faults.warning(offset, "key 'info' is v2 only: rtorrent 0.9.8 cannot load it, seed boxes will not have it");
            return false;
        }
        // It hashes what it would have written itself.
        Optional<Irregularity> irregular = info.dictionary().irregularity();
        irregular.ifPresent(found -> faults.warning(
                found.offset(),
                "key 'info' is not canonical bencode, rtorrent 0.9.8 refuses it or hashes it differently: "
                        + found.message()));
        if (pieceLength <= SHORTEST_PIECE) {
            faults.warning(
                    offset, "key 'info.piece length' is " + pieceLength + ": rtorrent 0.9.8 needs more than 1024");
        }
        return !endsRtorrent(files);
    }

    /**
     * Whether a file directly follows one in the same place. rtorrent then ends with an internal error, on every start
     * anew, and seeds nothing at all; elsewhere in the list it only fails to open the one torrent.
     */
    private boolean endsRtorrent(List<FileEntry> files) {
        for (int i = 1; i < files.size(); i++) {
            List<String> before = files.get(i - 1).file().path();
            List<String> path = files.get(i).file().path();
            if (path.size() >= before.size() && path.subList(0, before.size()).equals(before)) {
                faults.warning(
                        files.get(i).offset(),
                        "key 'info.files' has a file right behind one in the same place, which ends rtorrent 0.9.8:"
                                + " seed boxes will not have it");
                return true;
            }
        }
        return false;
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
