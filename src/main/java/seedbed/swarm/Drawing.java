package seedbed.swarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Peers drawn from shelves for one client, none of them twice, and in the end in no order. Costs as much as it draws,
 * however long the shelves are.
 */
final class Drawing {

    private final Peer asker;
    private final RandomGenerator random;
    private final int most;
    private final List<Peer> drawn = new ArrayList<>();
    private final Map<Shelf, Integer> picked = new HashMap<>();

    /** @param most peers to be drawn in all */
    Drawing(Peer asker, RandomGenerator random, int most) {
        this.asker = asker;
        this.random = random;
        this.most = most;
    }

    /** Peers to be drawn from a shelf, and how many at most, which is also how many it seems to hold. */
    record Source(Shelf shelf, int most) {}

    /** How many more can be drawn. */
    int room() {
        return most - drawn.size();
    }

    /** Draws as many as there are and there is room for. */
    void draw(List<Source> sources) {
        draw(sources, room());
    }

    /** Draws so many at most, each of those left as likely as the others. */
    void draw(List<Source> sources, int count) {
        int[] left = sources.stream().mapToInt(this::left).toArray();
        int sum = 0;
        for (int each : left) {
            sum += each;
        }
        for (int end = drawn.size() + Math.min(count, room()); sum > 0 && drawn.size() < end; sum--) {
            int source = indexAt(left, random.nextInt(sum));
            left[source]--;
            pick(sources.get(source).shelf());
        }
    }

    private int left(Source source) {
        return Math.min(source.most(), source.shelf().size() - picked.getOrDefault(source.shelf(), 0));
    }

    private static int indexAt(int[] left, int position) {
        int index = 0;
        for (int before = left[0]; position >= before; before += left[index]) {
            index++;
        }
        return index;
    }

    private void pick(Shelf shelf) {
        int before = picked.merge(shelf, 1, Integer::sum) - 1;
        Peer peer = shelf.pick(before, random);
        // A client with addresses in both families is two peers, but of no use to itself.
        if (!isSameClient(peer)) {
            drawn.add(peer);
        }
    }

    private boolean isSameClient(Peer peer) {
        return asker.key().isPresent() && peer.session().equals(asker.session().otherFamily());
    }

    /** All that were drawn, shuffled: whoever comes first in a list is asked first. */
    List<Peer> shuffled() {
        for (int i = drawn.size() - 1; i > 0; i--) {
            Peer peer = drawn.get(i);
            int other = random.nextInt(i + 1);
            drawn.set(i, drawn.get(other));
            drawn.set(other, peer);
        }
        return drawn;
    }
}
