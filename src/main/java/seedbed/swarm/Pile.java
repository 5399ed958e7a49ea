package seedbed.swarm;

import java.util.random.RandomGenerator;

/** The peers of one kind in a swarm, of both families, while some of them are drawn. */
final class Pile {

    private final Kind kind;
    private final int firstV4;
    private final int sizeV4;
    private final int firstV6;
    private final int hole;
    private final Deck deck;
    private int open;

    /**
     * Rows of a {@link Swarm}: so many from the first on, of each family.
     *
     * @param hole a row that is not dealt, if it is one of them
     * @param most are dealt at most
     */
    Pile(Kind kind, int firstV4, int sizeV4, int firstV6, int sizeV6, int hole, int most) {
        boolean inV4 = hole >= firstV4 && hole < firstV4 + sizeV4;
        boolean inV6 = hole >= firstV6 && hole < firstV6 + sizeV6;
        this.kind = kind;
        this.firstV4 = firstV4;
        this.sizeV4 = inV4 ? sizeV4 - 1 : sizeV4;
        this.firstV6 = firstV6;
        this.hole = hole;
        this.deck = new Deck(sizeV4 + sizeV6 - (inV4 || inV6 ? 1 : 0), most);
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
        return number < sizeV4 ? besideHole(firstV4, number) : besideHole(firstV6, number - sizeV4);
    }

    private int besideHole(int first, int number) {
        int row = first + number;
        return hole >= first && row >= hole ? row + 1 : row;
    }
}
