package seedbed.swarm;

/**
 * A client that is no peer of its swarm for the moment in which it is answered, though its row stays where it is.
 *
 * @param row of it in the {@link Swarm}
 * @param kinds the one that it was, as a set; empty if there is no such client
 * @param lastSeen in ticks
 */
record Aside(int row, int kinds, int lastSeen) {

    static final Aside NOBODY = new Aside(Swarm.NONE, 0, 0);

    static Aside of(int row, Peer peer) {
        return new Aside(row, peer.kind().bit(), peer.lastSeen());
    }

    /** How many of these kinds stand aside. */
    int count(int kinds) {
        return (this.kinds & kinds) == 0 ? 0 : 1;
    }

    /** How many of these kinds that were seen at that time or later. */
    int countSeenSince(int kinds, int time) {
        return lastSeen >= time ? count(kinds) : 0;
    }
}
