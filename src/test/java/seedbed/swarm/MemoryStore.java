package seedbed.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;

/** A store that can be away. */
final class MemoryStore implements PeerStore {

    final Map<PeerRef, StoredPeer> peers = new HashMap<>();
    final Map<InfoHash, Long> completed = new HashMap<>();
    final List<SwarmChanges> left = new ArrayList<>();
    int saves;
    boolean givenUp;
    boolean away;
    boolean awayAfterFirstPeer;
    Runnable whileSaving = () -> {};

    @Override
    public Map<InfoHash, Long> save(SwarmChanges changes) throws StoreUnavailableException {
        whileSaving.run();
        requireHere(away);
        saves++;
        changes.gone().forEach(peer -> peers.remove(peer.ref()));
        changes.present().forEach(peer -> peers.put(peer.ref(), peer));
        changes.completed().forEach((infoHash, count) -> completed.merge(infoHash, count, Long::sum));
        Map<InfoHash, Long> totals = new HashMap<>(completed);
        totals.keySet().retainAll(changes.completed().keySet());
        return totals;
    }

    @Override
    public void join() throws StoreUnavailableException {
        requireHere(away);
        givenUp = false;
    }

    @Override
    public void loadPeers(Consumer<StoredPeer> consumer) throws StoreUnavailableException {
        requireHere(away);
        for (StoredPeer peer : peers.values()) {
            consumer.accept(peer);
            requireHere(awayAfterFirstPeer);
        }
    }

    @Override
    public Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException {
        requireHere(away);
        return Map.copyOf(completed);
    }

    /** Tells all that tests left here, as if other trackers had written it. */
    @Override
    public boolean news(PeerNews reader) throws StoreUnavailableException {
        requireHere(away);
        if (givenUp) {
            return false;
        }
        for (SwarmChanges changes : left) {
            changes.gone().forEach(reader::gone);
            changes.present().forEach(reader::present);
            reader.completed(changes.completed());
        }
        return true;
    }

    @Override
    public void deleteUnseen(Duration silence) {
        throw new UnsupportedOperationException("nothing here has an age");
    }

    StoredPeer only() {
        if (peers.size() != 1) {
            throw new AssertionError("one peer is expected, not " + peers.keySet());
        }
        return peers.values().iterator().next();
    }

    private static void requireHere(boolean away) throws StoreUnavailableException {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException("pulled the plug"));
        }
    }
}
