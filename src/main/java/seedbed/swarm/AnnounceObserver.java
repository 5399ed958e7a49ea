package seedbed.swarm;

import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;

/** Wants to know about announces. */
public interface AnnounceObserver {

    /**
     * Called after an announce for a listed torrent changed its swarm, before the client has its answer and without any
     * lock. Must not wait for anything.
     */
    void announced(AnnounceRequest request, IpAddress client);
}
