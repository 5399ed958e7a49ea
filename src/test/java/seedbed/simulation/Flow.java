package seedbed.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one client may send another: one direction of a connection. */
final class Flow {

    static final int NOTHING = -1;

    final Client from;
    final Client to;
    boolean open;
    int piece = NOTHING;
    /** Bytes per second in this step. */
    double rate;

    /** Bytes since the sender last chose whom to serve. */
    double recent;

    private @Nullable Flow back;

    private Flow(Client from, Client to) {
        this.from = from;
        this.to = to;
    }

    /** Both directions of a new connection. */
    static void connect(Client one, Client other) {
        Flow there = new Flow(one, other);
        Flow back = new Flow(other, one);
        there.back = back;
        back.back = there;
        one.outgoing.add(there);
        other.outgoing.add(back);
    }

    boolean isBusy() {
        return piece != NOTHING && !to.has.get(piece);
    }

    boolean crossesIntoTheCampus() {
        return !from.isInside() && to.isInside();
    }

    Flow back() {
        return Objects.requireNonNull(back);
    }
}
