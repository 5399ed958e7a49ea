package seedbed.swarm;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Peers drawn from a swarm for one client, none of them twice, and in the end in no order. Costs as much as it draws,
 * however large the swarm is.
 */
final class Drawing {

    private final RandomGenerator random;
    private final int self;
    private final int most;
    private final List<Pile> piles;

    private int[] drawn = new int[64];
    private int size;
    private int outside;

    /**
     * Nothing drawn yet.
     *
     * @param swarm without the asker
     * @param kinds that can be drawn
     * @param most peers to be drawn in all
     */
    Drawing(Swarm swarm, int kinds, Peer asker, int most, RandomGenerator random) {
        this.random = random;
        this.most = most;
        this.piles = swarm.piles(kinds, Math.min(most, swarm.size()) + 1);
        // A client with addresses in both families is two peers, but of no use to itself.
        this.self = swarm.inOtherFamily(asker.session());
    }

    /** How many more can be drawn. */
    int room() {
        return most - size;
    }

    /** How many of those that were drawn are outside the campus. */
    int outside() {
        return outside;
    }

    /** Draws as many peers of these kinds as there are and there is room for. */
    void draw(int kinds) {
        draw(kinds, room());
    }

    /** Draws so many at most, each of those left as likely as the others. */
    void draw(int kinds, int count) {
        draw(kinds, count, Integer.MAX_VALUE);
    }

    /** The same, as if there were only so many seed boxes. */
    void draw(int kinds, int count, int seedBoxes) {
        int sum = 0;
        for (Pile pile : piles) {
            int limit = pile.kind().place() == Place.SEED_BOX ? seedBoxes : Integer.MAX_VALUE;
            sum += pile.open((pile.kind().bit() & kinds) == 0 ? 0 : limit);
        }
        for (int end = size + Math.min(count, room()); sum > 0 && size < end; sum--) {
            pick(pileAt(Dice.below(sum, random)));
        }
    }

    private Pile pileAt(int position) {
        int index = 0;
        for (int before = piles.get(0).isOpenFor();
                position >= before;
                before += piles.get(index).isOpenFor()) {
            index++;
        }
        return piles.get(index);
    }

    private void pick(Pile pile) {
        int row = pile.deal(random);
        if (row != self) {
            if (size == drawn.length) {
                drawn = Arrays.copyOf(drawn, 2 * size);
            }
            drawn[size++] = row;
            outside += pile.kind().place().isOutside() ? 1 : 0;
        }
    }

    /** All that were drawn, shuffled: whoever comes first in a list is asked first. */
    Choice shuffled() {
        for (int i = size - 1; i > 0; i--) {
            int row = drawn[i];
            int other = Dice.below(i + 1, random);
            drawn[i] = drawn[other];
            drawn[other] = row;
        }
        return new Choice(drawn, size, outside);
    }
}
