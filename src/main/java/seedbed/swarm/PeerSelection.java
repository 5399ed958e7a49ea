package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import seedbed.protocol.PeerStatus;

/**
 * Which peers of a swarm a client is given: those that are of use to it and that it can reach, at random among equals, so
 * that load spreads and nobody can choose whom it is shown. A client on the campus is given its neighbours first; as long
 * as one of them has everything, a few peers from outside are enough to find what is new there, and more would only fetch
 * over the outside link what is here already. Costs as much as it gives, however large the swarm.
 */
public final class PeerSelection {

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
        if (asker.place().isOutside()) {
            return draw(shelves.where(shelf -> suits(shelf, asker)), asker, numwant, random);
        }
        List<Peer> chosen = draw(inside(shelves, asker), asker, numwant, random);
        int more = numwant - chosen.size();
        int outside = campusHasSeed(shelves, asker) ? Math.min(more, outsidePeers) : more;
        chosen.addAll(draw(outside(shelves, asker), asker, outside, random));
        return chosen;
    }

    private static List<Shelf> inside(Shelves shelves, Peer asker) {
        return shelves.where(shelf -> suits(shelf, asker) && !shelf.place().isOutside());
    }

    private static List<Shelf> outside(Shelves shelves, Peer asker) {
        return shelves.where(shelf -> suits(shelf, asker) && shelf.place().isOutside());
    }

    /** The asker counts too: what it has need not be fetched again. */
    private static boolean campusHasSeed(Shelves shelves, Peer asker) {
        boolean others = !shelves.where(shelf ->
                        shelf.status() == PeerStatus.SEED && !shelf.place().isOutside() && shelf.size() > 0)
                .isEmpty();
        return others || asker.status() == PeerStatus.SEED;
    }

    private static boolean suits(Shelf shelf, Peer asker) {
        return isUseful(shelf.status(), asker.status()) && isReachable(shelf.place(), asker.place());
    }

    /** Who has all it wants can only give, so it is given those who want. */
    private static boolean isUseful(PeerStatus status, PeerStatus asker) {
        return asker == PeerStatus.LEECHER || status == PeerStatus.LEECHER;
    }

    /** A private address leads nowhere from outside, or to a stranger, and tells about the campus. */
    private static boolean isReachable(Place place, Place asker) {
        return !place.isPrivate() || !asker.isOutside();
    }

    /** Draws without putting back, from all shelves as if they were one. */
    private static List<Peer> draw(List<Shelf> shelves, Peer asker, int numwant, RandomGenerator random) {
        int left = shelves.stream().mapToInt(Shelf::size).sum();
        int[] picked = new int[shelves.size()];
        List<Peer> drawn = new ArrayList<>(Math.min(numwant, left));
        for (; left > 0 && drawn.size() < numwant; left--) {
            Peer peer = drawOne(shelves, picked, random.nextInt(left), random);
            // A client with addresses in both families is two peers, but of no use to itself.
            if (!isSameClient(peer, asker)) {
                drawn.add(peer);
            }
        }
        return drawn;
    }

    private static Peer drawOne(List<Shelf> shelves, int[] picked, int position, RandomGenerator random) {
        int shelf = 0;
        int before = 0;
        while (position >= before + shelves.get(shelf).size() - picked[shelf]) {
            before += shelves.get(shelf).size() - picked[shelf];
            shelf++;
        }
        return shelves.get(shelf).pick(picked[shelf]++, random);
    }

    private static boolean isSameClient(Peer peer, Peer asker) {
        return asker.key().isPresent() && peer.session().equals(asker.session().otherFamily());
    }
}
