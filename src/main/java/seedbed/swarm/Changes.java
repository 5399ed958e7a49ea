package seedbed.swarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

    private final Map<InfoHash, Swarm> swarms;
    private final Campus campus;
    private final Set<InfoHash> withMarks = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<PeerRef, Integer> gone = new ConcurrentHashMap<>();

    Changes(Map<InfoHash, Swarm> swarms, Campus campus) {
        this.swarms = swarms;
        this.campus = campus;
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

    /** Takes the names of all marked, or of as many as that. */
    List<PeerRef> drainPresent(int most) {
        List<PeerRef> names = new ArrayList<>();
        for (Iterator<InfoHash> hashes = withMarks.iterator(); hashes.hasNext() && names.size() < most; ) {
            InfoHash infoHash = hashes.next();
            // Taken off before its peers are looked at: what changes in between is seen, or the swarm is named again.
            hashes.remove();
            if (!takeMarked(infoHash, most, names)) {
                withMarks.add(infoHash);
            }
        }
        return names;
    }

    /** Takes all that went, or as many as that, and when they were heard. */
    Map<PeerRef, Integer> drainGone(int most) {
        Map<PeerRef, Integer> drained = new HashMap<>();
        for (Iterator<PeerRef> refs = gone.keySet().iterator(); refs.hasNext() && drained.size() < most; ) {
            PeerRef ref = refs.next();
            Integer heard = gone.remove(ref);
            if (heard != null) {
                drained.put(ref, heard);
            }
        }
        return drained;
    }

    private boolean takeMarked(InfoHash infoHash, int most, List<PeerRef> names) {
        Swarm swarm = swarms.get(infoHash);
        if (swarm == null) {
            return true;
        }
        synchronized (swarm) {
            return swarm.takeChanged(infoHash, most, names);
        }
    }

    /** How many peers they are. */
    int count() {
        int count = gone.size();
        for (InfoHash infoHash : withMarks) {
            Swarm swarm = swarms.get(infoHash);
            if (swarm != null) {
                synchronized (swarm) {
                    count += swarm.countChanged();
                }
            }
        }
        return count;
    }

    /** Gives the name of a marked peer back that could not be written down; one that is gone by now was named as that. */
    void putBack(PeerRef ref) {
        Swarm swarm = swarms.get(ref.infoHash());
        if (swarm != null) {
            synchronized (swarm) {
                if (swarm.setChanged(ref.address(), Place.of(ref.address().ip(), campus))) {
                    withMarks.add(ref.infoHash());
                }
            }
        }
    }
}
