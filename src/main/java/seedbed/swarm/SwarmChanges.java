package seedbed.swarm;

import java.util.List;
import java.util.Map;
import seedbed.protocol.InfoHash;

/**
 * What changed in the swarms since it was last written down.
 *
 * @param present peers to insert or update, unless something later is written of them
 * @param gone peers to delete, unless something later is written of them or they are in {@code present} as well; they
 *     may never have been written
 * @param completed downloads that ended, to be added to what is written, by torrent
 */
public record SwarmChanges(List<StoredPeer> present, List<GonePeer> gone, Map<InfoHash, Long> completed) {

    public SwarmChanges {
        present = List.copyOf(present);
        gone = List.copyOf(gone);
        completed = Map.copyOf(completed);
    }

    public boolean isEmpty() {
        return present.isEmpty() && gone.isEmpty() && completed.isEmpty();
    }
}
