package seedbed.swarm;

/**
 * Who asks for peers.
 *
 * @param asker not on any shelf
 * @param again whether it asked before, and has not just started
 * @param numwant how many it is given at most
 */
record Asking(Peer asker, boolean again, int numwant) {}
