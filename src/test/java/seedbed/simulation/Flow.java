package seedbed.simulation;

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

    Flow(Client from, Client to) {
        this.from = from;
        this.to = to;
    }

    boolean isBusy() {
        return piece != NOTHING && !to.has.get(piece);
    }

    boolean crossesIntoTheCampus() {
        return !from.isInside() && to.isInside();
    }

    Flow back() {
        return to.outgoing.stream().filter(flow -> flow.to == from).findFirst().orElseThrow();
    }
}
