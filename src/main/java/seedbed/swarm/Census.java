package seedbed.swarm;

import java.util.EnumMap;
import java.util.Map;
import seedbed.protocol.PeerStatus;

/** How many peers there are of each kind, over all swarms. */
public final class Census {

    /** Where peers are, as operators tell it apart. */
    public enum Network {
        CAMPUS,
        SEED_BOX,
        OUTSIDE;

        private static Network of(Place place) {
            return switch (place) {
                case CAMPUS, CAMPUS_PRIVATE -> CAMPUS;
                case SEED_BOX -> SEED_BOX;
                case OUTSIDE, OUTSIDE_PRIVATE -> OUTSIDE;
            };
        }
    }

    private final Map<Network, Map<PeerStatus, Long>> counts = new EnumMap<>(Network.class);

    /** Under the swarm's lock. */
    void add(Swarm swarm) {
        for (int rest = swarm.kinds(); rest != 0; rest &= rest - 1) {
            Kind kind = Kind.ofCode(Integer.numberOfTrailingZeros(rest));
            counts.computeIfAbsent(Network.of(kind.place()), unused -> new EnumMap<>(PeerStatus.class))
                    .merge(kind.status(), (long) swarm.count(kind.bit()), Long::sum);
        }
    }

    public long peers(Network network, PeerStatus status) {
        return counts.getOrDefault(network, Map.of()).getOrDefault(status, 0L);
    }
}
