package seedbed.swarm;

import java.util.List;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Contact;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** A peer in a swarm, as of its last announce. Once it is on a shelf, everything but its place there is fixed. */
final class Peer implements Contact {

    private final PeerAddress address;
    private final Session session;
    private final PeerStatus status;
    private final Progress progress;
    private final Place place;
    private final long lastSeen;

    private boolean gateway;

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

    /** Whether it is on the campus, lacks something, and was given many peers from outside to fetch that from. */
    boolean isGateway() {
        return gateway;
    }

    /** Remembers whom it was given. To be called before it is put on a shelf. */
    void isGiven(List<Peer> peers) {
        // Not seed boxes: most of them are confined and can fetch nothing there.
        boolean fetches = status == PeerStatus.LEECHER && (place == Place.CAMPUS || place == Place.CAMPUS_PRIVATE);
        gateway = fetches
                && peers.stream()
                                .filter(peer -> peer.place().isOutside())
                                .limit(2)
                                .count()
                        == 2;
    }

    long lastSeen() {
        return lastSeen;
    }
}
