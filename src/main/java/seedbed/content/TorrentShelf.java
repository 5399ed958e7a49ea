package seedbed.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.InfoHash;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFault;
import seedbed.torrent.TorrentReading;

/** Takes the torrents of a tree one by one: each must be valid, and each swarm have one torrent. */
final class TorrentShelf {

    /** A valid torrent and its file. */
    record Shelved(SourceFile file, Torrent torrent) {}

    private final List<Shelved> torrents = new ArrayList<>();
    private final Map<InfoHash, String> paths = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    List<Shelved> torrents() {
        return torrents;
    }

    List<Problem> problems() {
        return problems;
    }

    void take(SourceFile file, TorrentReading reading) {
        reading.faults().forEach(fault -> problems.add(problem(file.path(), fault)));
        Optional<Torrent> torrent = reading.torrent();
        torrent.ifPresent(valid -> shelve(file, valid));
    }

    private void shelve(SourceFile file, Torrent torrent) {
        torrents.add(new Shelved(file, torrent));
        for (InfoHash hash : torrent.swarmHashes()) {
            @Nullable String other = paths.putIfAbsent(hash, file.path());
            if (other != null) {
                problems.add(Problem.error(
                        file.path(), "has the same info-hash as " + other + " (" + hash.hex() + "); keep one of them"));
                return;
            }
        }
    }

    private static Problem problem(String path, TorrentFault fault) {
        int column = fault.offset() + 1;
        return fault.error()
                ? Problem.error(path, 1, column, fault.message())
                : Problem.warning(path, 1, column, fault.message());
    }
}
