package seedbed.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerStatus;
import seedbed.protocol.SwarmCounts;

/**
 * All swarms, in memory. Each has its own lock, and no call holds more than one; nothing here waits for anything else.
 * What changes is remembered by name until a {@link Journal} asks for it.
 */
public final class Swarms {

    private final Campus campus;
    private final SwarmClock clock;
    private final long peerTimeout;
    private final PeerSelection selection;
    private final ConcurrentMap<InfoHash, Swarm> swarms = new ConcurrentHashMap<>();
    private final Completions completions = new Completions();
    private final Departures departures = new Departures();
    private final Set<PeerRef> changed = ConcurrentHashMap.newKeySet();

    /**
     * No swarms yet.
     *
     * @param selection decides whom a client is given
     * @param peerTimeout after which a peer that said nothing is gone
     */
    public Swarms(Campus campus, PeerSelection selection, Duration peerTimeout, SwarmClock clock) {
        this.campus = campus;
        this.selection = selection;
        this.clock = clock;
        this.peerTimeout = peerTimeout.toMillis();
    }

    /** What a client learns about its swarm. */
    record View(List<Peer> peers, SwarmCounts counts) {}

    /**
     * Puts the client into the swarm as what it says to be now.
     *
     * @return empty, with nothing changed, if there are too many peers from its address
     */
    Optional<View> announce(AnnounceRequest request, IpAddress client, RandomGenerator random) {
        Session session = sessionOf(request, client);
        return inSwarm(request.infoHash(), swarm -> {
            expireFront(request.infoHash(), swarm);
            Peer peer = peerOf(request, client, session);
            if (!swarm.hasRoomFor(peer)) {
                return Optional.empty();
            }
            // The asker is taken out, then answered, then put in: so it is never given to itself, and no other
            // thread sees it missing or twice, because all of it happens under the swarm's lock.
            List<Peer> before = swarm.takeOut(peer.address(), session);
            // Some announce their start more than once, from each of their sockets; they have not waited yet.
            boolean again = !before.isEmpty() && request.event() != Event.STARTED;
            Asking asking = new Asking(peer, again, request.numwant());
            List<Peer> peers = selection.choose(swarm.shelves(), asking, random);
            peer.isGiven(peers);
            swarm.add(peer);
            if (completes(request, before) && !swarm.isSeedInOtherFamily(session)) {
                completions.count(request.infoHash());
            }
            changed(request.infoHash(), before);
            changed(request.infoHash(), List.of(peer));
            return Optional.of(new View(peers, counts(request.infoHash(), swarm)));
        });
    }

    private static boolean completes(AnnounceRequest request, List<Peer> before) {
        return request.event() == Event.COMPLETED
                && request.status() == PeerStatus.SEED
                && !before.isEmpty()
                && before.stream().noneMatch(peer -> peer.status() == PeerStatus.SEED);
    }

    /** Takes the client out of the swarm, if it is in it. */
    SwarmCounts stop(AnnounceRequest request, IpAddress client) {
        Session session = sessionOf(request, client);
        departures.add(request.infoHash(), client, session);
        return inExisting(
                request.infoHash(), swarm -> changed(request.infoHash(), swarm.stop(client, request.port(), session)));
    }

    /** The size of a swarm; zeros, but for the completed downloads, if nobody is in it. */
    public SwarmCounts counts(InfoHash infoHash) {
        return inExisting(infoHash, swarm -> {});
    }

    /** How many official seed boxes have all of a torrent. */
    public int seedBoxes(InfoHash infoHash) {
        Swarm swarm = swarms.get(infoHash);
        if (swarm == null) {
            return 0;
        }
        synchronized (swarm) {
            expireFront(infoHash, swarm);
            return swarm.shelves().count(PeerStatus.SEED, Place.SEED_BOX);
        }
    }

    /** How many torrents have peers. */
    int size() {
        return swarms.size();
    }

    /** Shows every peer as it is now, swarm by swarm; none is waited for. */
    public void forEachPeer(Consumer<StoredPeer> reader) {
        swarms.forEach((infoHash, swarm) -> {
            List<StoredPeer> peers;
            synchronized (swarm) {
                peers = swarm.peers().stream()
                        .map(peer -> stored(infoHash, peer))
                        .toList();
            }
            peers.forEach(reader);
        });
    }

    /** Empties the swarm of a torrent that is no longer served. */
    public void forget(InfoHash infoHash) {
        Swarm swarm = swarms.get(infoHash);
        if (swarm != null) {
            synchronized (swarm) {
                changed(infoHash, swarm.expireAll(Long.MAX_VALUE));
                dropIfEmpty(infoHash, swarm);
            }
        }
    }

    /** Takes out every peer that has not announced for the peer timeout. To be called every minute or so. */
    public void expire() {
        long before = clock.now() - peerTimeout;
        swarms.forEach((infoHash, swarm) -> {
            synchronized (swarm) {
                changed(infoHash, swarm.expireAll(before));
                dropIfEmpty(infoHash, swarm);
            }
        });
    }

    /** Puts a peer of an earlier run back, unless it is long gone, or its client was heard of since. */
    void restore(StoredPeer stored) {
        InfoHash infoHash = stored.infoHash();
        IpAddress ip = stored.address().ip();
        Session session = new Session(stored.peerId(), stored.key(), ip.isV4());
        Peer.Progress progress = new Peer.Progress(stored.uploaded(), stored.downloaded(), stored.left());
        long lastSeen = clock.timeOf(stored.lastSeen());
        Peer peer = new Peer(stored.address(), session, stored.status(), progress, Place.of(ip, campus), lastSeen);
        boolean inTime = lastSeen >= clock.now() - peerTimeout;
        // Looked up under the lock: whoever stops is noted first, and then looked for in the swarm.
        boolean restored = inTime
                && inSwarm(infoHash, swarm -> !departures.contains(infoHash, ip, session) && putBack(swarm, peer));
        if (!restored) {
            changed.add(stored.ref());
        }
    }

    private static boolean putBack(Swarm swarm, Peer peer) {
        boolean fits = swarm.at(peer.address()).isEmpty() && !swarm.knows(peer.session()) && swarm.hasRoomFor(peer);
        if (fits) {
            swarm.add(peer);
        }
        return fits;
    }

    /** Says that no more peers of earlier runs come. */
    void restored(Map<InfoHash, Long> completed) {
        completions.restore(completed);
        departures.close();
    }

    Completions completions() {
        return completions;
    }

    /** Takes the names of all peers that changed, came or went since the last call. */
    List<PeerRef> drainChanged() {
        List<PeerRef> drained = new ArrayList<>();
        // A name is taken off before its peer is looked up: what changes in between is seen, or named again.
        changed.removeIf(drained::add);
        return drained;
    }

    /** How many peers changed, came or went since they were last written down. */
    public int changedCount() {
        return changed.size();
    }

    /** Gives names back that were taken but could not be written down. */
    void putBackChanged(Collection<PeerRef> refs) {
        changed.addAll(refs);
    }

    /** A peer as it is now; empty if it is gone. */
    Optional<StoredPeer> stored(PeerRef ref) {
        Swarm swarm = swarms.get(ref.infoHash());
        if (swarm == null) {
            return Optional.empty();
        }
        synchronized (swarm) {
            return swarm.at(ref.address()).map(peer -> stored(ref.infoHash(), peer));
        }
    }

    private StoredPeer stored(InfoHash infoHash, Peer peer) {
        Peer.Progress progress = peer.progress();
        return new StoredPeer(
                infoHash,
                peer.address(),
                peer.peerId(),
                peer.key(),
                peer.status(),
                progress.uploaded(),
                progress.downloaded(),
                progress.left(),
                clock.instantAt(peer.lastSeen()));
    }

    /** Does something in the swarm of a torrent, which is made if there is none. */
    private <T> T inSwarm(InfoHash infoHash, Function<Swarm, T> action) {
        while (true) {
            Swarm swarm = swarms.computeIfAbsent(infoHash, unused -> new Swarm(campus::isSeedBox));
            synchronized (swarm) {
                // Between the look-up and the lock it may have been dropped as empty: who joined it would be lost.
                if (!swarm.isDropped()) {
                    return action.apply(swarm);
                }
            }
        }
    }

    /** Does something in the swarm of a torrent if there is one, and counts it. */
    private SwarmCounts inExisting(InfoHash infoHash, Consumer<Swarm> action) {
        Swarm swarm = swarms.get(infoHash);
        if (swarm == null) {
            return new SwarmCounts(0, 0, completions.of(infoHash));
        }
        synchronized (swarm) {
            expireFront(infoHash, swarm);
            action.accept(swarm);
            dropIfEmpty(infoHash, swarm);
            return counts(infoHash, swarm);
        }
    }

    private SwarmCounts counts(InfoHash infoHash, Swarm swarm) {
        return new SwarmCounts(swarm.seeds(), swarm.leechers(), completions.of(infoHash));
    }

    private void expireFront(InfoHash infoHash, Swarm swarm) {
        changed(infoHash, swarm.expireFront(clock.now() - peerTimeout));
    }

    private void dropIfEmpty(InfoHash infoHash, Swarm swarm) {
        if (swarm.isEmpty()) {
            swarm.drop();
            swarms.remove(infoHash, swarm);
        }
    }

    private void changed(InfoHash infoHash, List<Peer> peers) {
        for (Peer peer : peers) {
            changed.add(new PeerRef(infoHash, peer.address()));
        }
    }

    private Peer peerOf(AnnounceRequest request, IpAddress client, Session session) {
        return new Peer(
                request.addressAt(client),
                session,
                request.status(),
                new Peer.Progress(request.uploaded(), request.downloaded(), request.left()),
                Place.of(client, campus),
                clock.now());
    }

    private static Session sessionOf(AnnounceRequest request, IpAddress client) {
        return new Session(request.peerId(), request.key(), client.isV4());
    }
}
