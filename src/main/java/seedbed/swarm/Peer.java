package seedbed.swarm;

import seedbed.protocol.ClientKey;
import seedbed.protocol.Contact;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** A peer in a swarm, as of its last announce. Everything but its place on a shelf is fixed. */
final class Peer implements Contact {

    private final PeerAddress address;
    private final Session session;
    private final PeerStatus status;
    private final Progress progress;
    private final Place place;
    private final long lastSeen;

    /** Its index on its {@link Shelf}, which alone changes it. */
    int slot;

    /**
     * A peer that was just heard of, or restored.
     *
     * @param progress what the client says it has done
     * @param lastSeen by the {@link SwarmClock}
     */
    Peer(PeerAddress address, Session session, PeerStatus status, Progress progress, Place place, long lastSeen) {
        this.address = address;
        this.session = session;
        this.status = status;
        this.progress = progress;
        this.place = place;
        this.lastSeen = lastSeen;
    }

    /** Bytes, as the client counts them. */
    record Progress(long uploaded, long downloaded, long left) {}

    @Override
    public PeerAddress address() {
        return address;
    }

    @Override
    public PeerId peerId() {
        return session.peerId();
    }

    ClientKey key() {
        return session.key();
    }

    Session session() {
        return session;
    }

    PeerStatus status() {
        return status;
    }

    Progress progress() {
        return progress;
    }

    Place place() {
        return place;
    }

    long lastSeen() {
        return lastSeen;
    }
}
