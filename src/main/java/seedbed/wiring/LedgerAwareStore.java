package seedbed.wiring;

import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;
import seedbed.savings.Ledger;
import seedbed.savings.ToldElsewhere;
import seedbed.swarm.PeerStore;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

/** Tells the ledger of every peer that is read back, so that downloads are counted on across a restart. */
final class LedgerAwareStore implements PeerStore {

    private final PeerStore store;
    private final Ledger ledger;

    LedgerAwareStore(PeerStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public void save(SwarmChanges changes) throws StoreUnavailableException {
        store.save(changes);
    }

    @Override
    public void loadPeers(Consumer<StoredPeer> peers) throws StoreUnavailableException {
        store.loadPeers(peer -> {
            ledger.learn(told(peer));
            peers.accept(peer);
        });
    }

    private static ToldElsewhere told(StoredPeer peer) {
        return new ToldElsewhere(
                peer.infoHash(),
                peer.peerId(),
                peer.key(),
                peer.address().ip(),
                peer.downloaded(),
                peer.uploaded(),
                peer.left(),
                peer.lastSeen());
    }

    @Override
    public Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException {
        return store.loadCompleted();
    }
}
