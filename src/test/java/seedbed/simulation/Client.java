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
    final BitSet lacks = new BitSet();
    final BitSet wanted = new BitSet();
    final List<Flow> outgoing = new ArrayList<>();
    /** Bytes of each piece that came so far. */
    final double[] came;
    /** How many of those it is connected to have a piece. */
    final int[] availability;

    /** In this second: how many it serves, and bytes on their way to it. */
    int serves;

    double arriving;
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
        lacks.set(0, pieces);
    }

    boolean isInside() {
        return where != Where.OUTSIDE;
    }

    boolean isSeed() {
        return lacks.isEmpty();
    }

    void get(int piece) {
        has.set(piece);
        lacks.clear(piece);
    }

    boolean isConnectedTo(Client other) {
        return outgoing.stream().anyMatch(flow -> flow.to == other);
    }

    boolean needsSomethingOf(Client other) {
        return lacks.intersects(other.has);
    }
}
