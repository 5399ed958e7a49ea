package seedbed.swarm;

import java.util.Map;
import seedbed.protocol.InfoHash;

/** Has the swarms learn what other trackers heard. */
record NewsReader(Swarms swarms) implements PeerNews {

    @Override
    public void present(StoredPeer peer) {
        swarms.learn(peer);
    }

    @Override
    public void gone(GonePeer peer) {
        swarms.learnGone(peer);
    }

    @Override
    public void completed(Map<InfoHash, Long> totals) {
        swarms.completions().learn(totals);
    }
}
