package seedbed.swarm;

import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;

/** Where swarms survive a restart. Never on the path of an announce. */
public interface PeerStore {

    /**
     * Writes all of the changes or none.
     *
     * @throws StoreUnavailableException if nothing was written; the same changes, or later ones of the same peers, come
     *     again
     */
    void save(SwarmChanges changes) throws StoreUnavailableException;

    /**
     * Hands over every peer that is written, in any order.
     *
     * @throws StoreUnavailableException if not all could be read; some may have been handed over
     */
    void loadPeers(Consumer<StoredPeer> peers) throws StoreUnavailableException;

    /** Downloads that ended, by torrent; torrents without any may be left out. */
    Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException;
}
