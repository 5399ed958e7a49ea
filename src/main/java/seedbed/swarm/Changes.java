package seedbed.swarm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What in the swarms is not written down yet, by name: however often a peer announces, it waits once. Safe for threads;
 * a peer comes and goes under its swarm's lock.
 */
final class Changes {

    /** Names kept of peers that are gone while the store is away; a row that is left behind is deleted for its age. */
    static final int MAX_GONE = 500_000;

    private final Set<PeerRef> present = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<PeerRef, Long> gone = new ConcurrentHashMap<>();

    void present(PeerRef ref) {
        gone.remove(ref);
        present.add(ref);
    }

    /** @param heard by the {@link SwarmClock}, see {@link GonePeer} */
    void gone(PeerRef ref, long heard) {
        present.remove(ref);
        if (gone.size() < MAX_GONE || gone.containsKey(ref)) {
            gone.merge(ref, heard, Math::max);
        }
    }

    int count() {
        return present.size() + gone.size();
    }

    List<PeerRef> drainPresent(int most) {
        List<PeerRef> drained = new ArrayList<>();
        for (Iterator<PeerRef> refs = present.iterator(); refs.hasNext() && drained.size() < most; ) {
            // A name is taken off before its peer is looked up: what changes in between is seen, or named again.
            drained.add(refs.next());
            refs.remove();
        }
        return drained;
    }

    List<Map.Entry<PeerRef, Long>> drainGone(int most) {
        List<Map.Entry<PeerRef, Long>> drained = new ArrayList<>();
        for (Iterator<PeerRef> refs = gone.keySet().iterator(); refs.hasNext() && drained.size() < most; ) {
            PeerRef ref = refs.next();
            Long heard = gone.remove(ref);
            if (heard != null) {
                drained.add(Map.entry(ref, heard));
            }
        }
        return drained;
    }
}
