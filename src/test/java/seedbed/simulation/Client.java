package seedbed.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import seedbed.campus.IpAddress;

/** A client in the swarm of one image. */
final class Client {

    final Where where;
    final int image;
    final IpAddress address;
    /** Bytes per second. */
    final double up;

    /** Bytes per second. */
    final double down;

    final int pieces;
    final BitSet has = new BitSet();
    final BitSet wanted = new BitSet();
    final List<Flow> outgoing = new ArrayList<>();
    /** Bytes of each piece that came so far. */
    final double[] came;
    /** How many of those it is connected to have a piece. */
    final int[] availability;

    int joined;
    int finished = -1;

    enum Where {
        CAMPUS,
        ORIGIN_BOX,
        OUTSIDE
    }

    Client(Where where, int image, IpAddress address, double up, double down, int pieces) {
        this.where = where;
        this.image = image;
        this.address = address;
        this.up = up;
        this.down = down;
        this.pieces = pieces;
        this.came = new double[pieces];
        this.availability = new int[pieces];
    }

    boolean isInside() {
        return where != Where.OUTSIDE;
    }

    boolean isSeed() {
        return has.cardinality() == pieces;
    }

    void getWhole() {
        has.set(0, pieces);
    }

    boolean isConnectedTo(Client other) {
        return outgoing.stream().anyMatch(flow -> flow.to == other);
    }

    boolean needsSomethingOf(Client other) {
        for (int piece = other.has.nextSetBit(0); piece >= 0; piece = other.has.nextSetBit(piece + 1)) {
            if (!has.get(piece)) {
                return true;
            }
        }
        return false;
    }
}
