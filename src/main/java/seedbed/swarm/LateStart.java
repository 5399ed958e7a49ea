package seedbed.swarm;

import seedbed.protocol.PeerId;

/**
 * Clients that may fetch nothing for half a minute although they know of seeds, so that nobody should have to wait for
 * them. Measured with rtorrent 0.9.8: it asks each of fifteen seeds for two blocks, then for nothing until its next turn,
 * of which there is one every thirty seconds, and gives what it got in the turn after that. In the same way a neighbour
 * that has nothing new for it, and gets some within ten seconds, has to wait for its next turn; one that it meets later,
 * with everything, serves it at once.
 */
final class LateStart {

    private static final int NAME_SHIFT = Long.SIZE - 3 * Byte.SIZE;
    /** {@code -lt}, the beginning of its ids (BEP 20). */
    private static final long RTORRENT = 0x2d6c74;

    private LateStart() {}

    /** Whether a client with this id is one of them. */
    static boolean isOf(PeerId id) {
        return id.head() >>> NAME_SHIFT == RTORRENT;
    }
}
