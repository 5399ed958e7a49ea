package seedbed.swarm;

import java.time.Instant;

/**
 * A peer that is no longer in its swarm.
 *
 * @param heard all that was heard of it up to then is void, by the time of day: when its client stopped or moved, or when
 *     it was last seen if it said nothing more. What another tracker heard of it later stands.
 */
public record GonePeer(PeerRef ref, Instant heard) {}
