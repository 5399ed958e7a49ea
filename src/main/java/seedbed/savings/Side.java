package seedbed.savings;

import java.util.Optional;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;

/** Whose bytes are counted. Those of clients outside say nothing that could be relied on, and are not. */
public enum Side {
    /** A client on a campus network that is no seed box. */
    CAMPUS,
    /** An official seed box, wherever its address is. */
    SEED_BOX;

    static Optional<Side> of(IpAddress address, Campus campus) {
        if (campus.isSeedBox(address)) {
            return Optional.of(SEED_BOX);
        }
        return campus.isCampus(address) ? Optional.of(CAMPUS) : Optional.empty();
    }
}
