package seedbed.swarm;

import java.time.Instant;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/**
 * A peer as it is written down.
 *
 * @param status never {@link PeerStatus#GONE}
 * @param uploaded bytes, as the client last said
 * @param downloaded bytes, as the client last said
 * @param left bytes, negative where the client did not say
 * @param lastSeen by the time of day when it was written
 */
public record StoredPeer(
        InfoHash infoHash,
        PeerAddress address,
        PeerId peerId,
        ClientKey key,
        PeerStatus status,
        long uploaded,
        long downloaded,
        long left,
        Instant lastSeen) {

    public StoredPeer {
        if (status == PeerStatus.GONE) {
            throw new IllegalArgumentException("a peer that left is not written down: " + address);
        }
    }

    public PeerRef ref() {
        return new PeerRef(infoHash, address);
    }
}
