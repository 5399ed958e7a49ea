package seedbed.protocol;

/** What a peer is to a swarm. The one place where an event and {@code left} become that. */
public enum PeerStatus {
    /** Has everything. */
    SEED,
    /** Wants more. */
    LEECHER,
    /** Has all it wants but not everything (BEP 21): counts as incomplete, and is of no use to seeds. */
    PARTIAL,
    /** Left the swarm. */
    GONE;

    /**
     * What a client is after an announce.
     *
     * @param left bytes the client still needs; negative where it did not say, which makes it a leecher: to be given
     *     seeds in vain is harmless, to be given none is not
     */
    public static PeerStatus of(Event event, long left) {
        return switch (event) {
            case STOPPED -> GONE;
            case PAUSED -> PARTIAL;
            case NONE, STARTED, COMPLETED -> left == 0 ? SEED : LEECHER;
        };
    }
}
