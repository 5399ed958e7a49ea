package seedbed.swarm;

import java.util.Arrays;

/**
 * How the rows of a {@link PeerTable} are divided: those of one kind stand together, one kind after the other. An int for
 * each kind says which it is and where its rows end, so that most swarms need two or three.
 */
final class Shelves {

    private static final int KIND_SHIFT = 26;
    private static final int END_MASK = (1 << KIND_SHIFT) - 1;

    private Shelves() {}

    /** The index of a kind, or the number of all. */
    static int find(int[] shelves, Kind kind) {
        int shelf = 0;
        while (shelf < shelves.length && bit(shelves, shelf) != kind.bit()) {
            shelf++;
        }
        return shelf;
    }

    /** The same with one more kind, which has no rows. */
    static int[] with(int[] shelves, Kind kind) {
        int[] more = Arrays.copyOf(shelves, shelves.length + 1);
        more[shelves.length] = (kind.code() << KIND_SHIFT) | first(shelves, shelves.length);
        return more;
    }

    static int bit(int[] shelves, int shelf) {
        return 1 << (shelves[shelf] >>> KIND_SHIFT);
    }

    /** The first row of a kind, by its index. */
    static int first(int[] shelves, int shelf) {
        return shelf == 0 ? 0 : end(shelves, shelf - 1);
    }

    /** One more than the last row of a kind. */
    static int end(int[] shelves, int shelf) {
        return shelves[shelf] & END_MASK;
    }

    /** All kinds that have rows, or had some. */
    static int kinds(int[] shelves) {
        int kinds = 0;
        for (int shelf = 0; shelf < shelves.length; shelf++) {
            kinds |= bit(shelves, shelf);
        }
        return kinds;
    }

    /** How many rows are of one of these kinds. */
    static int count(int[] shelves, int kinds) {
        int count = 0;
        for (int shelf = 0; shelf < shelves.length; shelf++) {
            count += (bit(shelves, shelf) & kinds) == 0 ? 0 : end(shelves, shelf) - first(shelves, shelf);
        }
        return count;
    }
}
