package seedbed.swarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.campus.IpAddress;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerStatus;

/**
 * The peers of one torrent. Not safe for threads: all calls are made under its own lock, see {@link Swarms}.
 *
 * <p>A peer is known by address and port. From another address it can only be touched by a client that knows both its
 * id, which everybody does, and its key, which nobody else does.
 */
final class Swarm {

    /** Peers from one address (IPv6: one /64) outside the campus. */
    static final int MAX_PER_OUTSIDE_NETWORK = 8;

    private static final int V4_NETWORK = 32;
    private static final int V6_NETWORK = 64;

    private final Predicate<IpAddress> seedBoxes;

    // In the order of their last announce, so that those who are due stand in front. Only restored peers may stand
    // behind younger ones; the full sweep finds them.
    private final Map<PeerAddress, Peer> byAddress = new LinkedHashMap<>();
    private final Map<Session, Peer> bySession = new HashMap<>();
    private final Map<IpAddress, Integer> outsideNetworks = new HashMap<>();
    private final Shelves shelves = new Shelves();
    private boolean dropped;

    Swarm(Predicate<IpAddress> seedBoxes) {
        this.seedBoxes = seedBoxes;
    }

    boolean isDropped() {
        return dropped;
    }

    /** Says that this swarm is no longer the one of its torrent. */
    void drop() {
        dropped = true;
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    int seeds() {
        return shelves.count(PeerStatus.SEED);
    }

    int leechers() {
        return byAddress.size() - seeds();
    }

    Shelves shelves() {
        return shelves;
    }

    Optional<Peer> at(PeerAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    Collection<Peer> peers() {
        return byAddress.values();
    }

    List<PeerAddress> addresses() {
        return List.copyOf(byAddress.keySet());
    }

    /** Whether a peer can join, which it can if it is here already. */
    boolean hasRoomFor(Peer peer) {
        if (!peer.place().isOutside() || byAddress.containsKey(peer.address())) {
            return true;
        }
        IpAddress network = networkOf(peer);
        Peer before = formerly(peer.session(), peer.address().ip());
        boolean replaces = before != null && networkOf(before).equals(network);
        return replaces || outsideNetworks.getOrDefault(network, 0) < MAX_PER_OUTSIDE_NETWORK;
    }

    /**
     * Takes out what a client was until now: the peer at its address, whoever that was (a client that restarts has a
     * new id and a new key), and the peer it was at another address, if it proves to be the same client.
     */
    List<Peer> takeOut(PeerAddress address, Session session) {
        List<Peer> before = new ArrayList<>(2);
        Peer same = byAddress.get(address);
        if (same != null) {
            before.add(same);
        }
        Peer moved = formerly(session, address.ip());
        if (moved != null && moved != same) {
            before.add(moved);
        }
        before.forEach(this::remove);
        return before;
    }

    /**
     * Takes out a client that stops. Unlike an announce this leaves alone a peer at the same address that is another
     * client: a neighbour behind the same NAT, or the one that was started since.
     *
     * @param port 0 where the client did not say
     */
    List<Peer> stop(IpAddress ip, int port, Session session) {
        List<Peer> stopped = new ArrayList<>(2);
        Peer here = port == 0 ? null : byAddress.get(new PeerAddress(ip, port));
        if (here != null && here.session().equals(session)) {
            stopped.add(here);
        }
        Peer moved = formerly(session, ip);
        if (moved != null && moved != here) {
            stopped.add(moved);
        }
        stopped.forEach(this::remove);
        return stopped;
    }

    /** Whether the client was heard of at another address after it was the given peer, or at the same time. */
    boolean movedSince(Peer peer) {
        Peer known = formerly(peer.session(), peer.address().ip());
        return known != null && !known.address().equals(peer.address()) && known.lastSeen() >= peer.lastSeen();
    }

    /** Takes out the peer at an address, if it was not seen since then. */
    void removeUnseenSince(PeerAddress address, long heard) {
        Peer peer = byAddress.get(address);
        if (peer != null && peer.lastSeen() <= heard) {
            remove(peer);
        }
    }

    /** The peer that a client was when it last announced, in this family, wherever it was. */
    private @Nullable Peer formerly(Session session, IpAddress now) {
        Peer peer = session.key().isPresent() ? bySession.get(session) : null;
        // Cloned seed boxes share id and key: each must stay.
        boolean clone = peer != null
                && !peer.address().ip().equals(now)
                && seedBoxes.test(now)
                && seedBoxes.test(peer.address().ip());
        return clone ? null : peer;
    }

    /** Whether the client is a seed here already, at its address of the other family. */
    boolean isSeedInOtherFamily(Session session) {
        Peer other = session.key().isPresent() ? bySession.get(session.otherFamily()) : null;
        return other != null && other.status() == PeerStatus.SEED;
    }

    boolean knows(Session session) {
        return session.key().isPresent() && bySession.containsKey(session);
    }

    void add(Peer peer) {
        byAddress.put(peer.address(), peer);
        if (peer.key().isPresent()) {
            bySession.put(peer.session(), peer);
        }
        if (peer.place().isOutside()) {
            outsideNetworks.merge(networkOf(peer), 1, Integer::sum);
        }
        shelves.add(peer);
    }

    private void remove(Peer peer) {
        byAddress.remove(peer.address());
        forget(peer);
    }

    private void forget(Peer peer) {
        bySession.remove(peer.session(), peer);
        if (peer.place().isOutside()) {
            outsideNetworks.computeIfPresent(networkOf(peer), (network, count) -> count == 1 ? null : count - 1);
        }
        shelves.remove(peer);
    }

    /** Takes out those in front who were last seen before that time; costs nothing when there are none. */
    List<Peer> expireFront(long before) {
        return expire(before, true);
    }

    /** Takes out all who were last seen before that time. */
    List<Peer> expireAll(long before) {
        return expire(before, false);
    }

    private List<Peer> expire(long before, boolean stopAtFirstLiving) {
        List<Peer> expired = new ArrayList<>(0);
        Iterator<Peer> peers = byAddress.values().iterator();
        while (peers.hasNext()) {
            Peer peer = peers.next();
            if (peer.lastSeen() < before) {
                peers.remove();
                forget(peer);
                expired.add(peer);
            } else if (stopAtFirstLiving) {
                break;
            }
        }
        return expired;
    }

    private static IpAddress networkOf(Peer peer) {
        IpAddress ip = peer.address().ip();
        return ip.network(ip.isV4() ? V4_NETWORK : V6_NETWORK);
    }
}
