package seedbed.swarm;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;

/** A store that can be away. */
final class MemoryStore implements PeerStore {

    final Map<PeerRef, StoredPeer> peers = new HashMap<>();
    final Map<InfoHash, Long> completed = new HashMap<>();
    int saves;
    boolean away;
    boolean awayAfterFirstPeer;

    @Override
    public void save(SwarmChanges changes) throws StoreUnavailableException {
        requireHere(away);
        saves++;
        changes.gone().forEach(peers::remove);
        changes.present().forEach(peer -> peers.put(peer.ref(), peer));
        changes.completed().forEach((infoHash, count) -> completed.merge(infoHash, count, Long::sum));
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
