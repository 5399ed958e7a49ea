package seedbed.swarm;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import seedbed.protocol.PeerStatus;

/** Peers that are equal to those who ask. Their order means nothing, so taking one out and picking one cost the same. */
final class Shelf {

    private final PeerStatus status;
    private final Place place;
    private final boolean ofGateways;
    private Peer[] peers = new Peer[4];
    private int size;

    Shelf(PeerStatus status, Place place, boolean ofGateways) {
        this.status = status;
        this.place = place;
        this.ofGateways = ofGateways;
    }

    PeerStatus status() {
        return status;
    }

    Place place() {
        return place;
    }

    /** Whether these are the ones that fetch for the campus, see {@link Peer#isGateway}. */
    boolean isOfGateways() {
        return ofGateways;
    }

    int size() {
        return size;
    }

    void add(Peer peer) {
        if (size == peers.length) {
            peers = Arrays.copyOf(peers, 2 * size);
        }
        put(peer, size++);
    }

    @SuppressWarnings("NullAway") // slots from size on are empty, and never read
    void remove(Peer peer) {
        put(peers[--size], peer.slot);
        peers[size] = null;
        if (size < peers.length / 4 && peers.length > 4) {
            peers = Arrays.copyOf(peers, peers.length / 2);
        }
    }

    /**
     * One step of a shuffle: any of the peers that were not picked yet, each as likely.
     *
     * @param picked how many were picked before
     */
    Peer pick(int picked, RandomGenerator random) {
        int slot = picked + random.nextInt(size - picked);
        Peer peer = peers[slot];
        put(peers[picked], slot);
        put(peer, picked);
        return peer;
    }

    private void put(Peer peer, int slot) {
        peers[slot] = peer;
        peer.slot = slot;
    }
}
