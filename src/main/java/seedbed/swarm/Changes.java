package seedbed.swarm;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import seedbed.campus.Campus;
import seedbed.protocol.InfoHash;

/**
 * What in the swarms is not written down yet. A peer that is there is marked in its row, which costs nothing however
 * often it announces and however long the store is away; only the names of peers that went are kept here. Safe for
 * threads.
 */
final class Changes {

    private final Map<InfoHash, Swarm> swarms;
    private final Campus campus;
    private final Set<InfoHash> withMarks = ConcurrentHashMap.newKeySet();
    private final Set<PeerRef> gone = ConcurrentHashMap.newKeySet();

    Changes(Map<InfoHash, Swarm> swarms, Campus campus) {
        this.swarms = swarms;
        this.campus = campus;
    }

    /** Says that a peer of this swarm was marked. */
    void inSwarm(InfoHash infoHash) {
        withMarks.add(infoHash);
    }

    /** Says that these left the swarm. */
    void gone(InfoHash infoHash, List<Peer> peers) {
        for (Peer peer : peers) {
            gone(new PeerRef(infoHash, peer.address()));
        }
    }

    void gone(PeerRef ref) {
        gone.add(ref);
    }

    /** Takes the names of all, or of as many as that. */
    List<PeerRef> drain(int most) {
        // One that went and came back is named once.
        Set<PeerRef> names = new LinkedHashSet<>();
        for (Iterator<InfoHash> hashes = withMarks.iterator(); hashes.hasNext() && names.size() < most; ) {
            InfoHash infoHash = hashes.next();
            // Taken off before its peers are looked at: what changes in between is seen, or the swarm is named again.
            hashes.remove();
            if (!takeMarked(infoHash, most, names)) {
                withMarks.add(infoHash);
            }
        }
        for (Iterator<PeerRef> refs = gone.iterator(); refs.hasNext() && names.size() < most; ) {
            names.add(refs.next());
            refs.remove();
        }
        return List.copyOf(names);
    }

    private boolean takeMarked(InfoHash infoHash, int most, Set<PeerRef> names) {
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

    /** Gives a name back that was taken but could not be written down. */
    void putBack(PeerRef ref) {
        Swarm swarm = swarms.get(ref.infoHash());
        if (swarm != null) {
            synchronized (swarm) {
                Place place = Place.of(ref.address().ip(), campus);
                if (swarm.setChanged(ref.address(), place)) {
                    inSwarm(ref.infoHash());
                    return;
                }
            }
        }
        gone(ref);
    }
}
