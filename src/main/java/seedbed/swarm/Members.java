package seedbed.swarm;

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

    boolean isDropped() {
        return dropped;
    }

    /** Says that these are no longer the ones of their torrent. */
    void drop() {
        dropped = true;
    }
}
