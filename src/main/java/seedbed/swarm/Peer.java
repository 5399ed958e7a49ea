package seedbed.swarm;

import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerStatus;

/**
 * A peer in a swarm, as of its last announce; kept as a row of a {@link PeerTable}.
 *
 * @param progress what the client says it has done
 * @param lastSeen by the {@link SwarmClock}, in its ticks
 */
record Peer(PeerAddress address, Session session, Kind kind, Progress progress, int lastSeen) {

    /** Bytes, as the client counts them. */
    record Progress(long uploaded, long downloaded, long left) {}

    PeerStatus status() {
        return kind.status();
    }

    Place place() {
        return kind.place();
    }

    boolean isGateway() {
        return kind.isGateway();
    }

    /** Whether it may begin late, see {@link LateStart}. */
    boolean isLate() {
        return LateStart.isOf(session.peerId());
    }

    /** The same peer after it was given others. */
    Peer given(Choice choice) {
        // Not seed boxes: most of them are confined and can fetch nothing there.
        boolean fetches =
                status() == PeerStatus.LEECHER && (place() == Place.CAMPUS || place() == Place.CAMPUS_PRIVATE);
        return fetches && choice.outside() >= 2
                ? new Peer(address, session, kind.asGateway(isLate()), progress, lastSeen)
                : this;
    }
}
