package seedbed.swarm;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.Drawing.Source;

/**
 * Which peers of a swarm a client is given: those that are of use to it and that it can reach, at random among equals, so
 * that load spreads and nobody can choose whom it is shown. Costs as much as it gives, however large the swarm.
 *
 * <p>Everybody is given the peers of its own side of the outside link first. While that side has a seed, nothing need be
 * fetched from the other: a client on the campus gets a few peers from outside in case the seed is gone without a word,
 * and one outside gets none of the campus. Where an official seed box has it all, even those few are for who comes back
 * and still lacks something: a crowd of students who each fetch a little from outside would fetch the file anew.
 *
 * <p>While the campus has no seed, a few of its leechers, the gateways, fetch for all: their lists are filled with peers
 * from outside. If everybody's were, a crowd that comes at once would fetch each piece many times before the first client
 * has them all. The others are given a gateway for certain; one that comes back and still finds no seed is given one from
 * outside, in case the gateways can fetch nothing.
 */
public final class PeerSelection {

    /** Seed boxes in a list, unless there is room for all: they are to help the campus share, not to serve it alone. */
    private static final int FEW_SEED_BOXES = 2;

    /**
     * So many that one slow or dead client among them costs a large crowd little. With more, a simulated crowd fetches
     * more copies.
     */
    static final int MOST_GATEWAYS = 4;

    /** Campus leechers for which there is one gateway: two of them in a handful would fetch two copies. */
    static final int LEECHERS_FOR_EACH_GATEWAY = 16;

    private final int outsidePeers;

    /** @param outsidePeers given to a client on the campus although the campus has a seed */
    public PeerSelection(int outsidePeers) {
        if (outsidePeers < 0) {
            throw new IllegalArgumentException("the number of outside peers is 0 or more, not " + outsidePeers);
        }
        this.outsidePeers = outsidePeers;
    }

    /**
     * Chooses for one client.
     *
     * @param shelves the swarm without the asker
     */
    List<Peer> choose(Shelves shelves, Asking asking, RandomGenerator random) {
        Peer asker = asking.asker();
        List<Shelf> useful = shelves.where(shelf -> suits(shelf, asker));
        List<Shelf> campus = filter(useful, shelf -> !shelf.place().isOutside());
        List<Shelf> outside = filter(useful, shelf -> shelf.place().isOutside());
        Drawing drawing = new Drawing(asker, random, asking.numwant());
        if (asker.place().isOutside()) {
            drawForOutside(drawing, asker, campus, outside);
        } else if (asker.status() != PeerStatus.LEECHER || hasSeed(campus)) {
            drawCampus(drawing, campus);
            drawing.draw(all(outside), needsOutside(drawing, asking, campus) ? outsidePeers : 0);
        } else {
            drawForLeecherWithoutSeed(drawing, asking, campus, outside);
        }
        return drawing.shuffled();
    }

    /** In a large crowd those who came first know the outside: who is given many neighbours needs nobody there. */
    private static boolean needsOutside(Drawing drawing, Asking asking, List<Shelf> campus) {
        boolean alone = drawing.room() >= asking.numwant() / 2;
        boolean heldByBox = !asking.again() && hasSeed(filter(campus, shelf -> shelf.place() == Place.SEED_BOX));
        return alone && !heldByBox && !isSeedBox(asking.asker());
    }

    /**
     * Leechers that together have everything cannot be told from those that lack the same piece, so only a seed counts as
     * somebody who has the file; the asker itself may be that.
     */
    private static void drawForOutside(Drawing drawing, Peer asker, List<Shelf> campus, List<Shelf> outside) {
        if (asker.status() == PeerStatus.LEECHER && !hasSeed(outside)) {
            drawing.draw(all(filter(campus, PeerSelection::isSeed)), 1);
            drawing.draw(all(outside));
            drawing.draw(all(campus));
        } else {
            drawing.draw(all(outside));
        }
    }

    private void drawForLeecherWithoutSeed(Drawing drawing, Asking asking, List<Shelf> campus, List<Shelf> outside) {
        List<Shelf> gateways = filter(campus, Shelf::isOfGateways);
        List<Shelf> outsideSeeds = filter(outside, PeerSelection::isSeed);
        if (isSeedBox(asking.asker()) || size(gateways) < enoughGateways(campus)) {
            drawing.draw(all(outsideSeeds), 1);
            drawCampus(drawing, campus);
            drawing.draw(all(outside));
        } else {
            drawing.draw(all(outsideSeeds), asking.again() ? Math.max(1, outsidePeers) : 0);
            drawing.draw(all(gateways), 1);
            drawCampus(drawing, campus);
        }
    }

    private static int enoughGateways(List<Shelf> campus) {
        int leechers = size(filter(campus, shelf -> shelf.status() == PeerStatus.LEECHER));
        return Math.min(MOST_GATEWAYS, 1 + leechers / LEECHERS_FOR_EACH_GATEWAY);
    }

    private static int size(List<Shelf> shelves) {
        return shelves.stream().mapToInt(Shelf::size).sum();
    }

    /**
     * Seeds first, but never more than half of a list while there are leechers for the other half: who wants the same
     * must meet, or all the giving is left to the seeds. Seed boxes come as if there were only a few of them, so that in
     * a campus full of seeds they appear as seldom as any other.
     */
    private static void drawCampus(Drawing drawing, List<Shelf> campus) {
        List<Source> seeds = filter(campus, PeerSelection::isSeed).stream()
                .map(shelf -> new Source(shelf, shelf.place() == Place.SEED_BOX ? FEW_SEED_BOXES : shelf.size()))
                .toList();
        drawing.draw(seeds, (drawing.room() + 1) / 2);
        drawing.draw(all(filter(campus, shelf -> !isSeed(shelf))));
        drawing.draw(seeds);
        drawing.draw(all(campus));
    }

    private static boolean hasSeed(List<Shelf> shelves) {
        return shelves.stream().anyMatch(shelf -> isSeed(shelf) && shelf.size() > 0);
    }

    /** A seed box cannot reach the outside, but where it can, as the one that fetches for all, it is to. */
    private static boolean isSeedBox(Peer asker) {
        return asker.place() == Place.SEED_BOX;
    }

    private static boolean isSeed(Shelf shelf) {
        return shelf.status() == PeerStatus.SEED;
    }

    private static boolean suits(Shelf shelf, Peer asker) {
        return isUseful(shelf.status(), asker.status()) && isReachable(shelf.place(), asker.place());
    }

    /** Who has all it wants can only give, so it is given those who want. */
    private static boolean isUseful(PeerStatus status, PeerStatus asker) {
        return asker == PeerStatus.LEECHER || status == PeerStatus.LEECHER;
    }

    private static boolean isReachable(Place place, Place asker) {
        return place.isReachableFromOutside() || !asker.isOutside();
    }

    private static List<Shelf> filter(List<Shelf> shelves, Predicate<Shelf> fits) {
        return shelves.stream().filter(fits).toList();
    }

    private static List<Source> all(List<Shelf> shelves) {
        return shelves.stream().map(shelf -> new Source(shelf, shelf.size())).toList();
    }
}
