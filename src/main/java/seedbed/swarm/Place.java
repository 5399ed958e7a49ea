package seedbed.swarm;

import seedbed.campus.Campus;
import seedbed.campus.IpAddress;

/** Where a peer's address is, seen from the campus. */
enum Place {
    CAMPUS,
    /** On the campus, at an address that means nothing elsewhere. */
    CAMPUS_PRIVATE,
    /** An official seed box, which nobody outside can reach and which can reach nobody there. */
    SEED_BOX,
    OUTSIDE,
    /** Outside, at an address that means nothing elsewhere. */
    OUTSIDE_PRIVATE;

    static Place of(IpAddress address, Campus campus) {
        if (campus.isSeedBox(address)) {
            return SEED_BOX;
        }
        boolean isPrivate = Campus.isPrivate(address);
        if (campus.isCampus(address)) {
            return isPrivate ? CAMPUS_PRIVATE : CAMPUS;
        }
        return isPrivate ? OUTSIDE_PRIVATE : OUTSIDE;
    }

    boolean isOutside() {
        return this == OUTSIDE || this == OUTSIDE_PRIVATE;
    }

    /** Whether a peer here is of any use to a client outside. A private address would also tell about the campus. */
    boolean isReachableFromOutside() {
        return this == CAMPUS || this == OUTSIDE;
    }
}
