package seedbed.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import seedbed.protocol.InfoHash;

/**
 * Carries what changes in the swarms into the store, and back: at start what earlier runs wrote, then what other trackers
 * write. Holds only the names of what changed: a peer that announced ten times since is written once, as it is now.
 * While the store is away the names wait, which costs no more than the swarms themselves.
 *
 * <p>Has no timer: whoever owns it calls {@link #flush} every few seconds and once at the end, and {@link #follow} every
 * second once {@link #restore} has succeeded. Neither waits for the other.
 */
public final class Journal {

    /** Peers in one transaction: large enough for speed, small enough to begin again without regret. */
    static final int BATCH = 10_000;

    private final Swarms swarms;
    private final PeerStore store;

    /** Has the swarms wait for what earlier runs wrote. */
    public Journal(Swarms swarms, PeerStore store) {
        this.swarms = swarms;
        this.store = store;
        swarms.awaitRestored();
    }

    /**
     * Writes all that changed since the last call that succeeded, a batch at a time.
     *
     * @throws StoreUnavailableException if the store is away; nothing is lost, call again
     */
    public synchronized void flush() throws StoreUnavailableException {
        // What changes meanwhile waits for the next call: a busy tracker must not be kept here for ever.
        for (int rest = swarms.changedCount(); rest >= 0; rest -= BATCH) {
            SwarmChanges changes = drain();
            if (!changes.isEmpty()) {
                save(changes);
            }
        }
    }

    private SwarmChanges drain() {
        // First who went: one that is among them and among the present came back, not the other way round.
        List<GonePeer> gone = swarms.changes().drainGone(BATCH);
        List<StoredPeer> present = new ArrayList<>();
        for (PeerRef ref : swarms.changes().drainPresent(BATCH)) {
            swarms.stored(ref).ifPresent(present::add);
        }
        return new SwarmChanges(present, gone, swarms.completions().unwritten());
    }

    private void save(SwarmChanges changes) throws StoreUnavailableException {
        boolean saved = false;
        swarms.changes().areUnderWay(changes.present().size() + changes.gone().size());
        try {
            Map<InfoHash, Long> totals = store.save(changes);
            swarms.completions().written(changes.completed(), totals);
            saved = true;
        } finally {
            // Whatever went wrong, a fault of the store included.
            if (!saved) {
                changes.present().forEach(peer -> swarms.changes().putBack(peer.ref()));
                changes.gone().forEach(swarms.changes()::putBack);
            }
            swarms.changes().areUnderWay(0);
        }
    }

    /**
     * Reads what earlier runs and other trackers wrote. What was heard here later is left alone, so it can be called
     * while announces go on, and again after a failure.
     *
     * @throws StoreUnavailableException if not all could be read
     */
    public void restore() throws StoreUnavailableException {
        store.join();
        swarms.completions().learn(store.loadCompleted());
        store.loadPeers(swarms::learn);
        swarms.restored();
    }

    /**
     * Reads what other trackers wrote since the last call.
     *
     * @throws StoreUnavailableException if not all could be read; call again
     */
    public void follow() throws StoreUnavailableException {
        if (!store.news(new NewsReader(swarms))) {
            restore();
        }
    }

    /** Deletes rows that everybody has forgotten: their tracker ended before it could. */
    public void deleteUnseen(Duration silence) throws StoreUnavailableException {
        store.deleteUnseen(silence);
    }
}
