package seedbed.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerList;
import seedbed.protocol.PeerStatus;
import seedbed.protocol.SwarmCounts;

/** All swarms, in memory; nothing here waits for anything else. What changes is kept until a {@link Journal} asks for it. */
public final class Swarms {

    /** Ticks after which every tracker knows who stopped, and nobody who does not is believed to know better. */
    private static final int DEPARTURES_KEPT = SwarmClock.ticks(Duration.ofMinutes(1));

    private static final int FULL_BOXES =
            Kind.where(kind -> kind.status() == PeerStatus.SEED && kind.place() == Place.SEED_BOX);

    private final Campus campus;
    private final SwarmClock clock;
    private final int peerTimeout;
    private final PeerSelection selection;
    private final SwarmMap swarms = new SwarmMap();
    private final Completions completions = new Completions();
    private final Departures departures = new Departures();
    private final Changes changes;
    private volatile boolean restoring;

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
        this.changes = new Changes(swarms, campus, clock);
        this.peerTimeout = SwarmClock.ticks(peerTimeout);
    }

    /** What a client learns about its swarm. */
    record View(PeerList peers, SwarmCounts counts) {}

    /**
     * Puts the client into the swarm as what it says to be now.
     *
     * @return empty, with nothing changed, if there are too many peers from its address
     */
    Optional<View> announce(AnnounceRequest request, IpAddress client, RandomGenerator random) {
        Peer peer = peerOf(request, client);
        PeerList list = new PeerList(request.form());
        return swarms.in(
                request.infoHash(),
                swarm -> announce(swarm, request, peer, list, random)
                        ? Optional.of(new View(list, counts(request.infoHash(), swarm)))
                        : Optional.empty());
    }

    /** Under the swarm's lock. */
    private boolean announce(Swarm swarm, AnnounceRequest request, Peer peer, PeerList list, RandomGenerator random) {
        InfoHash infoHash = request.infoHash();
        changes.expired(infoHash, swarm.expireIfQuick(earliest()));
        if (!swarm.hasRoomFor(peer)) {
            return false;
        }
        // The asker is set aside, then answered, then put in: so it is never given to itself, and no other thread sees
        // it missing or twice, because all of it happens under the swarm's lock.
        List<Peer> before = swarm.setAside(peer);
        // Some announce their start more than once, from each of their sockets; they have not waited yet.
        boolean again = !before.isEmpty() && request.event() != Event.STARTED;
        Choice choice = selection.choose(swarm, new Asking(peer, again, request.numwant()), random);
        swarm.give(choice, list);
        swarm.add(peer.given(choice), true);
        if (completes(request, before) && !swarm.isSeedInOtherFamily(peer.session())) {
            completions.count(infoHash);
        }
        before.removeIf(formerly -> formerly.address().equals(peer.address()));
        changes.gone(infoHash, before, peer.lastSeen());
        changes.present(infoHash, peer.address());
        return true;
    }

    private static boolean completes(AnnounceRequest request, List<Peer> before) {
        return request.event() == Event.COMPLETED
                && request.status() == PeerStatus.SEED
                && !before.isEmpty()
                && before.stream().noneMatch(peer -> peer.status() == PeerStatus.SEED);
    }

    /** Takes the client out of the swarm, if it is in it. */
    SwarmCounts stop(AnnounceRequest request, IpAddress client) {
        Session session = new Session(request.peerId(), request.key(), client.isV4());
        int now = clock.now();
        departures.add(request.infoHash(), client, session, now);
        Place place = Place.of(client, campus);
        return inExisting(
                request.infoHash(),
                swarm -> changes.gone(request.infoHash(), swarm.stop(client, request.port(), session, place), now));
    }

    /** The size of a swarm; zeros, but for the completed downloads, if nobody is in it. */
    public SwarmCounts counts(InfoHash infoHash) {
        return inExisting(infoHash, swarm -> {});
    }

    /** How many official seed boxes have all of a torrent. */
    public int seedBoxes(InfoHash infoHash) {
        return swarms.ifThere(infoHash, swarm -> {
                    changes.expired(infoHash, swarm.expireIfQuick(earliest()));
                    return swarm.count(FULL_BOXES);
                })
                .orElse(0);
    }

    /** How many torrents have peers. */
    public int size() {
        return swarms.size();
    }

    /** How many peers there are of each kind. Looks at counts, not at peers. */
    public Census census() {
        Census census = new Census();
        swarms.forEach((infoHash, swarm) -> census.add(swarm));
        return census;
    }

    /** Shows every peer as it is now, swarm by swarm; none is waited for. */
    public void forEachPeer(Consumer<StoredPeer> reader) {
        swarms.hashes()
                .forEach(infoHash -> swarms.ifThere(infoHash, swarm -> storedOf(infoHash, swarm))
                        .ifPresent(peers -> peers.forEach(reader)));
    }

    private List<StoredPeer> storedOf(InfoHash infoHash, Swarm swarm) {
        List<StoredPeer> peers = new ArrayList<>();
        swarm.forEach(peer -> peers.add(stored(infoHash, peer)));
        return peers;
    }

    /** Empties the swarm of a torrent that is no longer served. */
    public void forget(InfoHash infoHash) {
        inExisting(infoHash, swarm -> changes.gone(infoHash, swarm.expire(Integer.MAX_VALUE), clock.now()));
    }

    /** Takes out every peer that has not announced for the peer timeout. To be called every minute or so. */
    public void expire() {
        int before = earliest();
        swarms.forEach((infoHash, swarm) -> changes.expired(infoHash, swarm.expire(before)));
        if (!restoring) {
            departures.forget(clock.now() - DEPARTURES_KEPT);
        }
    }

    /**
     * Takes in a peer that an earlier run or another tracker heard of, unless it is long gone, or what is known here of its
     * address or its client is as recent. It counts as written.
     */
    void learn(StoredPeer stored) {
        int lastSeen = clock.timeOf(stored.lastSeen());
        if (lastSeen < earliest()) {
            changes.gone(stored.ref(), lastSeen);
            return;
        }
        IpAddress ip = stored.address().ip();
        Session session = new Session(stored.peerId(), stored.key(), ip.isV4());
        Peer.Progress progress = new Peer.Progress(stored.uploaded(), stored.downloaded(), stored.left());
        Kind kind = Kind.of(stored.status(), Place.of(ip, campus));
        Peer peer = new Peer(stored.address(), session, kind, progress, lastSeen);
        swarms.in(stored.infoHash(), swarm -> {
            learn(swarm, stored.ref(), peer);
            return peer;
        });
    }

    /** Under the swarm's lock. */
    private void learn(Swarm swarm, PeerRef ref, Peer peer) {
        int heard = peer.lastSeen();
        // Looked up under the lock: whoever stops is noted first, and then looked for in the swarm.
        boolean left = departures.isSince(heard, ref.infoHash(), peer.address().ip(), peer.session());
        if (left || swarm.movedSince(peer)) {
            // Whoever told of it does not know yet.
            changes.gone(ref, heard);
            return;
        }
        boolean isNew = swarm.at(peer.address(), peer.place())
                .filter(here -> here.lastSeen() >= heard)
                .isEmpty();
        if (isNew && swarm.hasRoomFor(peer)) {
            swarm.setAside(peer);
            swarm.add(peer, false);
        }
    }

    /** Takes out a peer of which another tracker heard that it went, unless it was heard of here since. */
    void learnGone(GonePeer gone) {
        int heard = clock.timeOf(gone.heard());
        PeerAddress address = gone.ref().address();
        Place place = Place.of(address.ip(), campus);
        inExisting(gone.ref().infoHash(), swarm -> swarm.removeUnseenSince(address, place, heard));
    }

    /** Says that peers of earlier runs will come. */
    void awaitRestored() {
        restoring = true;
    }

    /** Says that they have come. */
    void restored() {
        restoring = false;
    }

    /** Whether swarms may lack peers of earlier runs. */
    boolean isRestoring() {
        return restoring;
    }

    Completions completions() {
        return completions;
    }

    /** What is not written down yet. */
    Changes changes() {
        return changes;
    }

    /** How many peers changed, came or went since they were last written down. */
    public int changedCount() {
        return changes.count();
    }

    /** A peer as it is now; empty if it is gone. */
    Optional<StoredPeer> stored(PeerRef ref) {
        Place place = Place.of(ref.address().ip(), campus);
        return swarms.ifThere(ref.infoHash(), swarm -> swarm.at(ref.address(), place))
                .flatMap(peer -> peer)
                .map(peer -> stored(ref.infoHash(), peer));
    }

    private StoredPeer stored(InfoHash infoHash, Peer peer) {
        Peer.Progress progress = peer.progress();
        return new StoredPeer(
                infoHash,
                peer.address(),
                peer.session().peerId(),
                peer.session().key(),
                peer.status(),
                progress.uploaded(),
                progress.downloaded(),
                progress.left(),
                clock.instantAt(peer.lastSeen()));
    }

    /** Does something in the swarm of a torrent if there is one, and counts it. */
    private SwarmCounts inExisting(InfoHash infoHash, Consumer<Swarm> action) {
        return swarms.ifThere(infoHash, swarm -> {
                    changes.expired(infoHash, swarm.expireIfQuick(earliest()));
                    action.accept(swarm);
                    return counts(infoHash, swarm);
                })
                .orElseGet(() -> new SwarmCounts(0, 0, completions.of(infoHash)));
    }

    private SwarmCounts counts(InfoHash infoHash, Swarm swarm) {
        return new SwarmCounts(swarm.seeds(), swarm.leechers(), completions.of(infoHash));
    }

    /** Who was not seen since then is gone. */
    private int earliest() {
        return clock.now() - peerTimeout;
    }

    private Peer peerOf(AnnounceRequest request, IpAddress client) {
        return new Peer(
                request.addressAt(client),
                new Session(request.peerId(), request.key(), client.isV4()),
                Kind.of(request.status(), Place.of(client, campus)),
                new Peer.Progress(request.uploaded(), request.downloaded(), request.left()),
                clock.now());
    }
}
