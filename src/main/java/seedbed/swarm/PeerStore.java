package seedbed.swarm;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;

/**
 * Where swarms survive a restart, and where the trackers that share it learn of each other's peers. Never on the path of
 * an announce.
 */
public interface PeerStore {

    /**
     * Writes all of the changes or none.
     *
     * @return the downloads that ended by now, in all, of the torrents whose count changed
     * @throws StoreUnavailableException if nothing was written, or if that is not known; the same changes, or later ones
     *     of the same peers, come again, with at least the same completed downloads
     */
    Map<InfoHash, Long> save(SwarmChanges changes) throws StoreUnavailableException;

    /**
     * Has the other trackers leave word for this one. What they wrote before is in what is loaded afterwards; what they
     * write from now on is told by {@link #news}.
     */
    void join() throws StoreUnavailableException;

    /**
     * Hands over every peer that is written, in any order.
     *
     * @throws StoreUnavailableException if not all could be read; some may have been handed over
     */
    void loadPeers(Consumer<StoredPeer> peers) throws StoreUnavailableException;

    /** Downloads that ended, by torrent; torrents without any may be left out. */
    Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException;

    /**
     * Tells what other trackers wrote since the last call, or since this one joined.
     *
     * @return false, without having told all, if the store was away for so long that the others have given this tracker
     *     up: it has to join and to load again
     */
    boolean news(PeerNews reader) throws StoreUnavailableException;

    /** Deletes, a limited number at a time, peers not seen for so long, whoever wrote them. */
    void deleteUnseen(Duration silence) throws StoreUnavailableException;
}
