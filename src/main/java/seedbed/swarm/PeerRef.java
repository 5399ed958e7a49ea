package seedbed.swarm;

import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerAddress;

/** Names one peer in one swarm. */
public record PeerRef(InfoHash infoHash, PeerAddress address) {}
