package seedbed.swarm;

import java.util.Map;
import seedbed.protocol.InfoHash;

/** Is told what other trackers that share the store wrote. Any of it may come twice, or late. */
public interface PeerNews {

    /** A peer that came or changed. */
    void present(StoredPeer peer);

    /** A peer that went. */
    void gone(GonePeer peer);

    /** How many downloads had ended in all, by torrent, when that was written; never falls. */
    void completed(Map<InfoHash, Long> totals);
}
