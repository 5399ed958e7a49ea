package seedbed.swarm;

/**
 * How the rows of a {@link PeerTable} are divided: those of one kind stand together, one kind after the other. Half a word
 * for each kind says which it is and where its rows end, so that most swarms need one word or two; they stand in front of
 * the rows, in the same array.
 */
final class Shelves {

    private static final int KIND_SHIFT = 26;
    private static final int END_MASK = (1 << KIND_SHIFT) - 1;
    private static final long HALF = 0xffff_ffffL;

    private Shelves() {}

    /** How many words so many kinds take. */
    static int width(int shelves) {
        return (shelves + 1) >> 1;
    }

    /** The index of a kind, or the number of all. */
    static int find(long[] words, int shelves, Kind kind) {
        int shelf = 0;
        while (shelf < shelves && bit(words, shelf) != kind.bit()) {
            shelf++;
        }
        return shelf;
    }

    /** Writes a kind that has no rows behind the others. */
    static void append(long[] words, int shelf, Kind kind) {
        words[shelf >> 1] &= ~(HALF << shift(shelf));
        words[shelf >> 1] |= Integer.toUnsignedLong((kind.code() << KIND_SHIFT) | first(words, shelf)) << shift(shelf);
    }

    /** Moves the end of a kind by one row. */
    static void lengthen(long[] words, int shelf) {
        words[shelf >> 1] += 1L << shift(shelf);
    }

    /** Moves the end of a kind back by one row. */
    static void shorten(long[] words, int shelf) {
        words[shelf >> 1] -= 1L << shift(shelf);
    }

    private static int shift(int shelf) {
        return (shelf & 1) << 5;
    }

    private static int entry(long[] words, int shelf) {
        return (int) (words[shelf >> 1] >>> shift(shelf));
    }

    private static int bit(long[] words, int shelf) {
        return 1 << (entry(words, shelf) >>> KIND_SHIFT);
    }

    /** The first row of a kind, by its index. */
    static int first(long[] words, int shelf) {
        return shelf == 0 ? 0 : end(words, shelf - 1);
    }

    /** One more than the last row of a kind. */
    static int end(long[] words, int shelf) {
        return entry(words, shelf) & END_MASK;
    }

    /** All kinds that have rows, or had some. */
    static int kinds(long[] words, int shelves) {
        int kinds = 0;
        for (int shelf = 0; shelf < shelves; shelf++) {
            kinds |= bit(words, shelf);
        }
        return kinds;
    }

    /** How many rows are of one of these kinds. */
    static int count(long[] words, int shelves, int kinds) {
        int count = 0;
        for (int shelf = 0; shelf < shelves; shelf++) {
            count += (bit(words, shelf) & kinds) == 0 ? 0 : end(words, shelf) - first(words, shelf);
        }
        return count;
    }
}
