package seedbed.torrent;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param torrent present exactly if no fault is an error
 * @param faults in the order of their offsets
 */
public record TorrentReading(Optional<Torrent> torrent, List<TorrentFault> faults) {

    public TorrentReading {
        faults = List.copyOf(faults);
        if (torrent.isPresent() == faults.stream().anyMatch(TorrentFault::error)) {
            throw new IllegalArgumentException("a torrent is there exactly if no fault is an error");
        }
    }
}
