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
 * and one outside gets none of the campus. While it has none, peers of the other side fill the list, and one place is
 * kept for a seed among them however long the list is, or else a crowd that only knows itself could wait for ever.
 */
public final class PeerSelection {

    /** Seed boxes in a list, unless there is room for all: they are to help the campus share, not to serve it alone. */
    private static final int FEW_SEED_BOXES = 2;

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
     * @param asker not on the shelves
     * @param numwant how many at most
     */
    List<Peer> choose(Shelves shelves, Peer asker, int numwant, RandomGenerator random) {
        List<Shelf> useful = shelves.where(shelf -> suits(shelf, asker));
        List<Shelf> ownSide = filter(useful, shelf -> isOnSideOf(asker, shelf));
        List<Shelf> otherSide = filter(useful, shelf -> !isOnSideOf(asker, shelf));
        List<Shelf> otherSeeds = filter(otherSide, PeerSelection::isSeed);
        boolean hasSeed = hasSeedOnSideOf(asker, shelves);
        int kept = hasSeed || isEmpty(otherSeeds) ? 0 : Math.min(1, numwant);

        Drawing drawing = new Drawing(asker, random);
        drawing.draw(all(otherSeeds), kept);
        if (asker.place().isOutside()) {
            drawing.draw(all(ownSide), numwant - drawing.size());
        } else {
            drawCampus(drawing, ownSide, numwant);
        }
        int more = numwant - drawing.size();
        drawing.draw(all(otherSide), hasSeed ? Math.min(more, fromOtherSide(asker)) : more);
        return drawing.shuffled();
    }

    /**
     * Seeds first, but never more than half of a list while there are leechers for the other half: who wants the same
     * must meet, or all the giving is left to the seeds. Seed boxes come as if there were only a few of them, so that in
     * a campus full of seeds they appear as seldom as any other.
     */
    private static void drawCampus(Drawing drawing, List<Shelf> campus, int numwant) {
        List<Source> seeds = filter(campus, PeerSelection::isSeed).stream()
                .map(shelf -> new Source(shelf, shelf.place() == Place.SEED_BOX ? FEW_SEED_BOXES : shelf.size()))
                .toList();
        drawing.draw(seeds, Math.min(numwant - drawing.size(), (numwant + 1) / 2));
        drawing.draw(all(filter(campus, shelf -> !isSeed(shelf))), numwant - drawing.size());
        drawing.draw(seeds, numwant - drawing.size());
        drawing.draw(all(campus), numwant - drawing.size());
    }

    private int fromOtherSide(Peer asker) {
        // A seed box cannot reach the outside, and the outside must not live on a campus that it has no need of.
        return asker.place() == Place.CAMPUS || asker.place() == Place.CAMPUS_PRIVATE ? outsidePeers : 0;
    }

    /**
     * Whether somebody on the asker's side of the link has everything. The asker counts too: what it has need not be
     * fetched again. Leechers that together have everything cannot be told from those that lack the same piece, so only a
     * seed counts.
     */
    private static boolean hasSeedOnSideOf(Peer asker, Shelves shelves) {
        List<Shelf> seeds = shelves.where(
                shelf -> isSeed(shelf) && isOnSideOf(asker, shelf) && isReachable(shelf.place(), asker.place()));
        return asker.status() == PeerStatus.SEED || !isEmpty(seeds);
    }

    private static boolean isOnSideOf(Peer asker, Shelf shelf) {
        return shelf.place().isOutside() == asker.place().isOutside();
    }

    private static boolean isSeed(Shelf shelf) {
        return shelf.status() == PeerStatus.SEED;
    }

    private static boolean isEmpty(List<Shelf> shelves) {
        return shelves.stream().allMatch(shelf -> shelf.size() == 0);
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
