package seedbed.swarm;

import java.time.Duration;
import java.util.random.RandomGenerator;
import seedbed.protocol.PeerStatus;

/**
 * Which peers of a swarm a client is given: those that are of use to it and that it can reach, at random among equals, so
 * that load spreads and nobody can choose whom it is shown. Costs as much as it gives, however large the swarm.
 *
 * <p>Everybody is given the peers of its own side of the outside link first. While that side has a seed, nothing need be
 * fetched from the other: a client on the campus gets a few peers from outside in case the seed is gone without a word,
 * and one outside gets none of the campus.
 *
 * <p>While the campus has no seed, a few of its leechers, the gateways, fetch for all: they are given many peers from
 * outside, before their neighbours. If everybody were, a crowd that comes at once would fetch each piece many times before the first client has
 * them all. The others are given a gateway for certain; one that comes back and still finds no seed is given one from
 * outside, in case the gateways can fetch nothing. With more gateways a slow or dead one costs less; with fewer, fewer
 * copies come over the link. So a small crowd has one, as long as that one was heard of lately and does not
 * belong to those that may begin late: these are enough for their like only. One of these that is not to fetch is given few
 * neighbours, so that it meets the others when they have everything: see {@link LateStart}.
 */
public final class PeerSelection {

    /** Seed boxes in a list, unless there is room for all: they are to help the campus share, not to serve it alone. */
    private static final int FEW_SEED_BOXES = 2;

    /**
     * Peers from outside for a gateway. They fill most links, and from many more, clients fetch the last pieces several
     * times over: with fifty seeds aria2 fetched 1.3 times what it wanted, with fourteen 1.1 times.
     */
    private static final int FOR_A_GATEWAY = 15;

    /** Leechers of the campus after which one more gateway is worth the copies that it costs. */
    private static final int CROWD = 16;

    /** Neighbours, beside a gateway, of a client that may begin late: one, in case the gateway goes. */
    private static final int MET_EARLY = 1;

    /** In ticks: a gateway that said nothing for longer may have gone. */
    private static final int LATELY = SwarmClock.ticks(Duration.ofMinutes(5));

    private static final int OUTSIDE = Kind.where(kind -> kind.place().isOutside());
    private static final int SEEDS = Kind.where(kind -> kind.status() == PeerStatus.SEED);
    private static final int LEECHERS = Kind.where(kind -> kind.status() == PeerStatus.LEECHER);
    private static final int GATEWAYS = Kind.where(Kind::isGateway);
    private static final int PROMPT_GATEWAYS = Kind.where(kind -> kind.isGateway() && !kind.isLate());
    private static final int REACHABLE_FROM_OUTSIDE =
            Kind.where(kind -> kind.place().isReachableFromOutside());

    private final int outsidePeers;
    private final int gateways;

    /**
     * @param outsidePeers given to a client on the campus although the campus has a seed
     * @param gateways the most leechers of the campus that fetch for all while it has no seed, not counting those that may
     *     begin late where another client is to fetch as well
     */
    public PeerSelection(int outsidePeers, int gateways) {
        if (outsidePeers < 0) {
            throw new IllegalArgumentException("the number of outside peers is 0 or more, not " + outsidePeers);
        }
        if (gateways < 1) {
            throw new IllegalArgumentException("the number of gateways is 1 or more, not " + gateways);
        }
        this.outsidePeers = outsidePeers;
        this.gateways = gateways;
    }

    /**
     * Chooses for one client.
     *
     * @param swarm without the asker
     */
    Choice choose(Swarm swarm, Asking asking, RandomGenerator random) {
        Peer asker = asking.asker();
        int useful = usefulTo(asker.status()) & reachableFrom(asker.place());
        int campus = useful & ~OUTSIDE;
        int outside = useful & OUTSIDE;
        Drawing drawing = new Drawing(swarm, useful, asker, asking.numwant(), random);
        if (asker.place().isOutside()) {
            boolean needsSeed = asker.status() == PeerStatus.LEECHER && swarm.count(outside & SEEDS) == 0;
            drawForOutside(drawing, needsSeed, campus, outside);
        } else if (asker.status() != PeerStatus.LEECHER || swarm.count(campus & SEEDS) > 0) {
            drawCampus(drawing, campus);
            // In a large crowd those who came first know the outside: who is given many neighbours needs nobody there.
            boolean alone = drawing.room() >= asking.numwant() / 2;
            drawing.draw(outside, alone && !isSeedBox(asker) ? outsidePeers : 0);
        } else {
            drawForLeecherWithoutSeed(drawing, swarm, asking, campus, outside);
        }
        return drawing.shuffled();
    }

    private boolean hasGateways(Swarm swarm, int campus, Peer asker) {
        int wanted = 1 + swarm.count(campus & LEECHERS) / CROWD;
        int fetching = campus & (asker.isLate() ? GATEWAYS : PROMPT_GATEWAYS);
        return swarm.count(fetching) >= gateways || swarm.countSeenSince(fetching, asker.lastSeen() - LATELY) >= wanted;
    }

    /**
     * Leechers that together have everything cannot be told from those that lack the same piece, so only a seed counts as
     * somebody who has the file; the asker itself may be that.
     */
    private static void drawForOutside(Drawing drawing, boolean needsSeed, int campus, int outside) {
        if (needsSeed) {
            drawing.draw(campus & SEEDS, 1);
            drawing.draw(outside);
            drawing.draw(campus);
        } else {
            drawing.draw(outside);
        }
    }

    private void drawForLeecherWithoutSeed(Drawing drawing, Swarm swarm, Asking asking, int campus, int outside) {
        if (isSeedBox(asking.asker()) || !hasGateways(swarm, campus, asking.asker())) {
            drawing.draw(outside & SEEDS, 1);
            // Before neighbours: a large crowd has enough of them to fill the list, and nobody would fetch in it.
            int most = asking.numwant() - Math.min(swarm.count(campus), asking.numwant() / 2);
            drawing.draw(outside, Math.min(FOR_A_GATEWAY, most) - drawing.outside());
            drawCampus(drawing, campus);
            drawing.draw(outside, isSeedBox(asking.asker()) ? drawing.room() : 0);
        } else {
            drawing.draw(outside & SEEDS, asking.again() ? Math.max(1, outsidePeers) : 0);
            drawing.draw(campus & GATEWAYS, 1);
            if (asking.asker().isLate() && !asking.again()) {
                drawing.draw(campus, MET_EARLY);
            } else {
                drawCampus(drawing, campus);
            }
        }
    }

    /**
     * Seeds first, but never more than half of a list while there are leechers for the other half: who wants the same
     * must meet, or all the giving is left to the seeds. Seed boxes come as if there were only a few of them, so that in
     * a campus full of seeds they appear as seldom as any other.
     */
    private static void drawCampus(Drawing drawing, int campus) {
        drawing.draw(campus & SEEDS, (drawing.room() + 1) / 2, FEW_SEED_BOXES);
        drawing.draw(campus & ~SEEDS);
        drawing.draw(campus & SEEDS, drawing.room(), FEW_SEED_BOXES);
        drawing.draw(campus);
    }

    /** A seed box cannot reach the outside, but where it can, as the one that fetches for all, it is to. */
    private static boolean isSeedBox(Peer asker) {
        return asker.place() == Place.SEED_BOX;
    }

    /** Who has all it wants can only give, so it is given those who want. */
    private static int usefulTo(PeerStatus asker) {
        return asker == PeerStatus.LEECHER ? Kind.EVERYBODY : LEECHERS;
    }

    private static int reachableFrom(Place asker) {
        return asker.isOutside() ? REACHABLE_FROM_OUTSIDE : Kind.EVERYBODY;
    }
}
