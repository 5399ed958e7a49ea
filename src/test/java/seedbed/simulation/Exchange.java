package seedbed.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Moves pieces between clients that are connected, a second at a time. */
final class Exchange {

    private static final int CHOOSE_EVERY = 10;
    private static final int FEWEST_SERVED = 4;
    /** Whoever has much to give serves more at once: bytes per second for each. */
    private static final double FOR_EACH = 3e6;

    private final Scenario scenario;
    private final Random random;

    /** Bytes that came in over the link, by image. */
    final double[] imported;

    Exchange(Scenario scenario, Random random) {
        this.scenario = scenario;
        this.random = random;
        this.imported = new double[scenario.images().size()];
    }

    void connect(Client one, Client other) {
        Flow.connect(one, other);
        other.has.stream().forEach(piece -> one.availability[piece]++);
        one.has.stream().forEach(piece -> other.availability[piece]++);
    }

    /** One second; returns those who got their last piece in it. */
    List<Client> step(List<Client> clients, int second) {
        for (Client client : clients) {
            // Not all at the same time, or the whole campus would change its mind at once.
            if ((second + client.address.hashCode()) % CHOOSE_EVERY == 0 || second == client.joined) {
                chooseWhomToServe(client);
            }
        }
        List<Flow> flows = flows(clients);
        share(flows);
        List<Client> finished = new ArrayList<>();
        Collections.shuffle(flows, random);
        for (Flow flow : flows) {
            if (move(flow)) {
                finished.add(flow.to);
            }
        }
        return finished;
    }

    private void chooseWhomToServe(Client client) {
        List<Flow> interested = new ArrayList<>(client.outgoing.stream()
                .filter(flow -> flow.to.needsSomethingOf(client))
                .toList());
        Collections.shuffle(interested, random);
        int served = (int) Math.max(FEWEST_SERVED, client.up / FOR_EACH);
        if (!client.isSeed()) {
            // The last place is for one at random, who may turn out to give more.
            List<Flow> best = interested.stream()
                    .sorted(Comparator.comparingDouble((Flow flow) -> flow.back().recent)
                            .reversed())
                    .limit(served - 1L)
                    .toList();
            interested.removeAll(best);
            interested.addAll(0, best);
        }
        client.outgoing.forEach(Exchange::close);
        interested.stream().limit(served).forEach(flow -> flow.open = true);
    }

    private static void close(Flow flow) {
        flow.open = false;
        flow.back().recent = 0;
        if (flow.piece != Flow.NOTHING) {
            flow.to.wanted.clear(flow.piece);
            flow.piece = Flow.NOTHING;
        }
    }

    private List<Flow> flows(List<Client> clients) {
        List<Flow> flows = new ArrayList<>();
        for (Client client : clients) {
            for (Flow flow : client.outgoing) {
                if (flow.open && (flow.isBusy() || choosePiece(flow))) {
                    flows.add(flow);
                }
            }
        }
        return flows;
    }

    /** The rarest that the sender has and nobody else is sending; if there is none, the rest of one that others send too. */
    private boolean choosePiece(Flow flow) {
        flow.piece = rarest(flow, false);
        if (flow.piece == Flow.NOTHING) {
            flow.piece = rarest(flow, true);
        }
        if (flow.piece != Flow.NOTHING) {
            flow.to.wanted.set(flow.piece);
        }
        return flow.piece != Flow.NOTHING;
    }

    private int rarest(Flow flow, boolean alsoWanted) {
        Client to = flow.to;
        int rarest = Flow.NOTHING;
        int ties = 0;
        BitSet offered = (BitSet) to.lacks.clone();
        offered.and(flow.from.has);
        if (!alsoWanted) {
            offered.andNot(to.wanted);
        }
        for (int piece = offered.nextSetBit(0); piece >= 0; piece = offered.nextSetBit(piece + 1)) {
            int less = rarest == Flow.NOTHING ? -1 : urgency(to, piece) - urgency(to, rarest);
            ties = less < 0 ? 1 : less == 0 ? ties + 1 : ties;
            if (less < 0 || (less == 0 && random.nextInt(ties) == 0)) {
                rarest = piece;
            }
        }
        return rarest;
    }

    /** The less, the sooner: what has begun comes first, since only a whole piece can be passed on. */
    private static int urgency(Client to, int piece) {
        return to.came[piece] > 0 ? -1 : to.availability[piece];
    }

    /** Uplinks are shared by those who are served, downlinks by those who send, and the link of the campus by all. */
    private void share(List<Flow> flows) {
        for (Flow flow : flows) {
            flow.from.serves = 0;
            flow.to.arriving = 0;
        }
        flows.forEach(flow -> flow.from.serves++);
        for (Flow flow : flows) {
            flow.rate = flow.from.up / flow.from.serves;
            flow.to.arriving += flow.rate;
        }
        flows.forEach(flow -> flow.rate *= Math.min(1, flow.to.down / flow.to.arriving));
        double crossing = flows.stream()
                .filter(Flow::crossesIntoTheCampus)
                .mapToDouble(flow -> flow.rate)
                .sum();
        double fits = Math.min(1, scenario.link() / Math.max(1, crossing));
        flows.stream().filter(Flow::crossesIntoTheCampus).forEach(flow -> flow.rate *= fits);
    }

    /** Sends as much as fits into a second; tells whether that was the receiver's last piece. */
    private boolean move(Flow flow) {
        double bytes = flow.rate;
        while (bytes > 0 && (flow.isBusy() || choosePiece(flow))) {
            double missing = scenario.pieceBytes() - flow.to.came[flow.piece];
            double moved = Math.min(bytes, missing);
            flow.to.came[flow.piece] += moved;
            flow.recent += moved;
            bytes -= moved;
            if (flow.crossesIntoTheCampus()) {
                imported[flow.to.image] += moved;
            }
            if (moved == missing && take(flow)) {
                return true;
            }
        }
        return false;
    }

    private static boolean take(Flow flow) {
        int piece = flow.piece;
        flow.piece = Flow.NOTHING;
        flow.to.wanted.clear(piece);
        flow.to.get(piece);
        flow.to.outgoing.forEach(neighbour -> neighbour.to.availability[piece]++);
        return flow.to.isSeed();
    }
}
