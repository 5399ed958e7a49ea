package seedbed.swarm;

import java.util.Arrays;

/** The peers that were chosen for a client, as rows of a {@link Swarm}: good until it changes. */
final class Choice {

    private final int[] rows;
    private final int outside;

    /**
     * The first of some rows.
     *
     * @param outside how many of them are peers outside the campus
     */
    Choice(int[] rows, int size, int outside) {
        this.rows = Arrays.copyOf(rows, size);
        this.outside = outside;
    }

    int size() {
        return rows.length;
    }

    int row(int index) {
        return rows[index];
    }

    /** How many of them are outside the campus. */
    int outside() {
        return outside;
    }
}
