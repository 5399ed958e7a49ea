package seedbed.wiring;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;
import seedbed.savings.Ledger;
import seedbed.savings.ToldElsewhere;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerNews;
import seedbed.swarm.PeerStore;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

/**
 * Tells the ledger of every peer that is read, so that downloads are counted on across a restart, and once where a client
 * speaks to several nodes.
 */
final class LedgerAwareStore implements PeerStore {

    private final PeerStore store;
    private final Ledger ledger;

    LedgerAwareStore(PeerStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public Map<InfoHash, Long> save(SwarmChanges changes) throws StoreUnavailableException {
        return store.save(changes);
    }

    @Override
    public void join() throws StoreUnavailableException {
        store.join();
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

    @Override
    public boolean news(PeerNews reader) throws StoreUnavailableException {
        return store.news(new PeerNews() {
            @Override
            public void present(StoredPeer peer) {
                ledger.learn(told(peer));
                reader.present(peer);
            }

            @Override
            public void gone(GonePeer peer) {
                reader.gone(peer);
            }

            @Override
            public void completed(Map<InfoHash, Long> totals) {
                reader.completed(totals);
            }
        });
    }

    @Override
    public void deleteUnseen(Duration silence) throws StoreUnavailableException {
        store.deleteUnseen(silence);
    }
}
