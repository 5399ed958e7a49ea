package seedbed.swarm;

import java.util.random.RandomGenerator;

/** The peers of one kind in a swarm, of both families, while some of them are drawn. */
final class Pile {

    private final Kind kind;
    private final int firstV4;
    private final int sizeV4;
    private final int firstV6;
    private final Deck deck;
    private int open;

    /** Rows of a {@link Swarm}: so many from the first on, of each family; {@code most} are dealt at most. */
    Pile(Kind kind, int firstV4, int sizeV4, int firstV6, int sizeV6, int most) {
        this.kind = kind;
        this.firstV4 = firstV4;
        this.sizeV4 = sizeV4;
        this.firstV6 = firstV6;
        this.deck = new Deck(sizeV4 + sizeV6, most);
    }

    Kind kind() {
        return kind;
    }

    /** Lets so many at most be dealt from now on, and says how many that are. */
    int open(int limit) {
        open = Math.min(limit, deck.left());
        return open;
    }

    /** How many can be dealt still. */
    int isOpenFor() {
        return open;
    }

    /** One of the rows that are left. */
    int deal(RandomGenerator random) {
        open--;
        int number = deck.deal(random);
        return number < sizeV4 ? firstV4 + number : firstV6 + number - sizeV4;
    }
}
