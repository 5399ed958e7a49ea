package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that is remembered of a swarm: a table of its IPv4 peers, which nearly all swarms have, and what else there is. One
 * object, because most swarms are small and there are many. A {@link Swarm} says what it means.
 */
final class Members extends PeerTable {

    private static final PeerTable NOBODY = new PeerTable(false);

    private PeerTable v6 = NOBODY;
    // Nobody was last seen before that, in ticks.
    private int oldest = Integer.MAX_VALUE;
    private boolean dropped;

    Members() {
        super(true);
    }

    /** Those of IPv6. */
    PeerTable v6() {
        return v6;
    }

    PeerTable v6ToFill() {
        if (v6 == NOBODY) {
            v6 = new PeerTable(false);
        }
        return v6;
    }

    int oldest() {
        return oldest;
    }

    void setOldest(int oldest) {
        this.oldest = oldest;
    }

    /** How many of these kinds, of which there are few, were seen at that time or later, in ticks. */
    int countSeenSince(int kinds, int time) {
        return countSeenSince(this, kinds, time) + countSeenSince(v6, kinds, time);
    }

    private static int countSeenSince(PeerTable table, int kinds, int time) {
        int count = 0;
        for (int rest = table.kinds() & kinds; rest != 0; rest &= rest - 1) {
            int first = table.first(Kind.ofCode(Integer.numberOfTrailingZeros(rest)));
            int end = first + table.count(Integer.lowestOneBit(rest));
            for (int row = first; row < end; row++) {
                count += table.lastSeen(row) >= time ? 1 : 0;
            }
        }
        return count;
    }

    void forEach(Consumer<Peer> reader) {
        for (PeerTable table : List.of(this, v6)) {
            for (int row = 0; row < table.size(); row++) {
                reader.accept(table.peer(row));
            }
        }
    }

    /** Takes out all who were last seen before that time, in ticks; costs nothing if nobody can be due. */
    List<Peer> expire(int before) {
        if (oldest >= before) {
            return List.of();
        }
        List<Peer> expired = new ArrayList<>();
        int oldestLeft = Integer.MAX_VALUE;
        for (PeerTable table : List.of(this, v6)) {
            // From the last row down: what a removal moves was looked at before.
            for (int row = table.size() - 1; row >= 0; row--) {
                int seen = table.lastSeen(row);
                if (seen < before) {
                    expired.add(table.peer(row));
                    table.remove(row);
                } else {
                    oldestLeft = Math.min(oldestLeft, seen);
                }
            }
        }
        oldest = oldestLeft;
        return expired;
    }

    boolean isDropped() {
        return dropped;
    }

    /** Says that these are no longer the ones of their torrent. */
    void drop() {
        dropped = true;
    }
}
