package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.protocol.InfoHash;

/**
 * Carries what changes in the swarms into the store, and back at start. Holds only the names of what changed: a peer
 * that announced ten times since is written once, as it is now. While the store is away the names wait, which costs no
 * more than the swarms themselves.
 *
 * <p>Has no timer: whoever owns it calls {@link #flush} every few seconds and once at the end.
 */
public final class Journal {

    /** Names kept of peers that are gone while the store is away; what is left in it too long is dropped at restore. */
    static final int MAX_WAITING = 500_000;

    private final Swarms swarms;
    private final PeerStore store;
    private boolean restored;

    public Journal(Swarms swarms, PeerStore store) {
        this.swarms = swarms;
        this.store = store;
    }

    /**
     * Writes all that changed since the last call that succeeded.
     *
     * @throws StoreUnavailableException if the store is away; nothing is lost, call again
     */
    public synchronized void flush() throws StoreUnavailableException {
        SwarmChanges changes = drain();
        if (changes.isEmpty()) {
            return;
        }
        boolean saved = false;
        try {
            store.save(changes);
            saved = true;
        } finally {
            // Whatever went wrong, a fault of the store included.
            if (!saved) {
                putBack(changes);
            }
        }
    }

    /**
     * Reads what earlier runs wrote. Peers that announced since this run began are left alone, so it can be called
     * while announces go on; called again after a failure it goes on where it stopped.
     *
     * @throws StoreUnavailableException if not all could be read
     */
    public synchronized void restore() throws StoreUnavailableException {
        Map<InfoHash, Long> completed = store.loadCompleted();
        store.loadPeers(swarms::restore);
        swarms.restored(completed);
        restored = true;
    }

    private SwarmChanges drain() {
        List<StoredPeer> present = new ArrayList<>();
        List<PeerRef> gone = new ArrayList<>();
        for (PeerRef ref : swarms.drainChanged(Integer.MAX_VALUE)) {
            Optional<StoredPeer> peer = swarms.stored(ref);
            peer.ifPresentOrElse(present::add, () -> gone.add(ref));
        }
        // Before the counts of earlier runs are read, ours must not be among them, or they would be read twice.
        Map<InfoHash, Long> completed = restored ? swarms.completions().drain() : Map.of();
        return new SwarmChanges(present, gone, completed);
    }

    private void putBack(SwarmChanges changes) {
        swarms.putBackChanged(changes.present().stream().map(StoredPeer::ref).toList());
        if (swarms.changedCount() < MAX_WAITING) {
            swarms.putBackChanged(changes.gone());
        }
        swarms.completions().putBack(changes.completed());
    }
}
