package seedbed.simulation;

import seedbed.campus.IpAddress;
import seedbed.simulation.Client.Where;

/** Who is where: public addresses, so that nobody is out of reach for being private. */
final class Addresses {

    static final String CAMPUS = "20.0.0.0/8";
    static final String BOXES = "21.0.0.0/8";

    private Addresses() {}

    static IpAddress of(Where where, int number) {
        int first = switch (where) {
            case CAMPUS -> 20;
            case ORIGIN_BOX -> 21;
            case OUTSIDE -> 60;
        };
        return IpAddress.of(first + "." + (number >> 16 & 255) + '.' + (number >> 8 & 255) + '.' + (number & 255));
    }
}
