package seedbed.swarm;

import seedbed.campus.Campus;
import seedbed.campus.IpAddress;

/** Where a peer's address is, seen from the campus. */
enum Place {
    CAMPUS,
    /** On the campus, at an address that means nothing elsewhere. */
    CAMPUS_PRIVATE,
    OUTSIDE,
    /** Outside, at an address that means nothing elsewhere. */
    OUTSIDE_PRIVATE;

    static Place of(IpAddress address, Campus campus) {
        boolean isPrivate = Campus.isPrivate(address);
        if (campus.isInside(address)) {
            return isPrivate ? CAMPUS_PRIVATE : CAMPUS;
        }
        return isPrivate ? OUTSIDE_PRIVATE : OUTSIDE;
    }

    boolean isOutside() {
        return this == OUTSIDE || this == OUTSIDE_PRIVATE;
    }

    boolean isPrivate() {
        return this == CAMPUS_PRIVATE || this == OUTSIDE_PRIVATE;
    }
}
