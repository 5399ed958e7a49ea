package seedbed.swarm;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import seedbed.protocol.PeerStatus;

/**
 * What a peer is to those who ask; peers of one kind are equals. There are few kinds, so that a set of them fits into the
 * bits of an int.
 *
 * @param status never {@link PeerStatus#GONE}
 * @param isGateway whether it is on the campus, lacks something, and was given many peers from outside to fetch that from
 * @param isLate of a gateway: whether it may begin late, see {@link LateStart}
 * @param code 0 to 24; the two kinds after that of a plain leecher are those of the gateway it may be
 */
record Kind(PeerStatus status, Place place, boolean isGateway, boolean isLate, int code) {

    /** The set of all kinds. */
    static final int EVERYBODY = -1;

    private static final List<Kind> ALL = new ArrayList<>();
    private static final Map<PeerStatus, Map<Place, Kind>> PLAIN = new EnumMap<>(PeerStatus.class);

    static {
        for (PeerStatus status : List.of(PeerStatus.SEED, PeerStatus.LEECHER, PeerStatus.PARTIAL)) {
            Map<Place, Kind> plain = new EnumMap<>(Place.class);
            PLAIN.put(status, plain);
            for (Place place : Place.values()) {
                plain.put(place, new Kind(status, place, false, false, ALL.size()));
                ALL.add(plain.get(place));
                if (status == PeerStatus.LEECHER) {
                    ALL.add(new Kind(status, place, true, false, ALL.size()));
                    ALL.add(new Kind(status, place, true, true, ALL.size()));
                }
            }
        }
    }

    /** The kind of a peer that is no gateway. */
    static Kind of(PeerStatus status, Place place) {
        return requireNonNull(requireNonNull(PLAIN.get(status)).get(place));
    }

    static Kind ofCode(int code) {
        return ALL.get(code);
    }

    /**
     * The kind of a plain leecher once it is a gateway.
     *
     * @throws IllegalStateException if this is no such kind
     */
    Kind asGateway(boolean late) {
        if (status != PeerStatus.LEECHER || isGateway) {
            throw new IllegalStateException("only a leecher that is no gateway can become one, not " + this);
        }
        return ofCode(code + (late ? 2 : 1));
    }

    /** The set of all kinds that fit: bit {@link #code} stands for a kind. */
    static int where(Predicate<Kind> fits) {
        int kinds = 0;
        for (Kind kind : ALL) {
            kinds |= fits.test(kind) ? kind.bit() : 0;
        }
        return kinds;
    }

    /** The set of this kind alone. */
    int bit() {
        return 1 << code;
    }
}
