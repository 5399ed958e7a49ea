package seedbed.swarm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import seedbed.campus.Campus;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;

/**
 * What in the swarms is not written down yet. A peer that is there is marked in its row, which costs nothing however
 * often it announces and however long the store is away; only the names of peers that went are kept here. Safe for
 * threads.
 */
final class Changes {

    /** Names kept of peers that are gone while the store is away; a row that is left behind is deleted for its age. */
    static final int MAX_GONE = 500_000;

    private final SwarmMap swarms;
    private final Campus campus;
    private final SwarmClock clock;
    private final Set<InfoHash> withMarks = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<PeerRef, Integer> gone = new ConcurrentHashMap<>();
    private volatile int underWay;

    Changes(SwarmMap swarms, Campus campus, SwarmClock clock) {
        this.swarms = swarms;
        this.campus = campus;
        this.clock = clock;
    }

    /** Says that a peer came and was marked: if it went before, that is no longer to be written. */
    void present(InfoHash infoHash, PeerAddress address) {
        withMarks.add(infoHash);
        if (!gone.isEmpty()) {
            gone.remove(new PeerRef(infoHash, address));
        }
    }

    /**
     * Says that these left the swarm.
     *
     * @param heard by the {@link SwarmClock}, see {@link GonePeer}
     */
    void gone(InfoHash infoHash, List<Peer> peers, int heard) {
        for (Peer peer : peers) {
            gone(new PeerRef(infoHash, peer.address()), heard);
        }
    }

    /** Says that these said nothing more. */
    void expired(InfoHash infoHash, List<Peer> peers) {
        for (Peer peer : peers) {
            gone(new PeerRef(infoHash, peer.address()), peer.lastSeen());
        }
    }

    void gone(PeerRef ref, int heard) {
        if (gone.size() < MAX_GONE || gone.containsKey(ref)) {
            gone.merge(ref, heard, Math::max);
        }
    }

    /** Takes the names of marked peers, so many at most; some may be gone again. */
    List<PeerRef> drainPresent(int most) {
        List<PeerRef> names = new ArrayList<>();
        for (Iterator<InfoHash> hashes = withMarks.iterator(); hashes.hasNext() && names.size() < most; ) {
            InfoHash infoHash = hashes.next();
            // Taken off before its peers are looked at: what changes in between is seen, or the swarm is named again.
            hashes.remove();
            boolean all = swarms.ifThere(infoHash, swarm -> swarm.takeChanged(infoHash, most, names))
                    .orElse(true);
            if (!all) {
                withMarks.add(infoHash);
            }
        }
        return names;
    }

    /** Takes those that went, so many at most; some may be back. */
    List<GonePeer> drainGone(int most) {
        List<GonePeer> drained = new ArrayList<>();
        for (Iterator<PeerRef> refs = gone.keySet().iterator(); refs.hasNext() && drained.size() < most; ) {
            PeerRef ref = refs.next();
            Integer heard = gone.remove(ref);
            if (heard != null) {
                drained.add(new GonePeer(ref, clock.instantAt(heard)));
            }
        }
        return drained;
    }

    /** Says how many of those that were taken are not known to be written: until then they count. */
    void areUnderWay(int peers) {
        underWay = peers;
    }

    /** How many peers they are. */
    int count() {
        int count = gone.size() + underWay;
        for (InfoHash infoHash : withMarks) {
            count += swarms.ifThere(infoHash, Swarm::countChanged).orElse(0);
        }
        return count;
    }

    /** Gives the name of a marked peer back that could not be written down; one that is gone by now was named as that. */
    void putBack(PeerRef ref) {
        Place place = Place.of(ref.address().ip(), campus);
        boolean here = swarms.ifThere(ref.infoHash(), swarm -> swarm.setChanged(ref.address(), place))
                .orElse(false);
        if (here) {
            withMarks.add(ref.infoHash());
        }
    }

    /** Gives one back that went and could not be deleted; it does not matter if it is back meanwhile. */
    void putBack(GonePeer peer) {
        gone(peer.ref(), clock.timeOf(peer.heard()));
    }
}
