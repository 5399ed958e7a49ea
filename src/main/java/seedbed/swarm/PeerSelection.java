package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import seedbed.protocol.PeerStatus;

/**
 * Which peers of a swarm a client is given: those that are of use to it and that it can reach, at random among equals,
 * so that load spreads and nobody can choose whom it is shown. Costs as much as it gives, however large the swarm.
 */
final class PeerSelection {

    /**
     * Up to {@code numwant} peers for the asker.
     *
     * @param asker not on the shelves
     * @param numwant how many at most
     */
    List<Peer> choose(Shelves shelves, Peer asker, int numwant, RandomGenerator random) {
        List<Shelf> fitting = shelves.where(
                shelf -> isUseful(shelf.status(), asker.status()) && isReachable(shelf.place(), asker.place()));
        return draw(fitting, asker, numwant, random);
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
