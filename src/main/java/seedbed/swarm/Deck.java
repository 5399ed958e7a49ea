package seedbed.swarm;

import java.util.random.RandomGenerator;

/** Numbers from 0 up, dealt in random order and none twice. Costs as much as is dealt, however many there are. */
final class Deck {

    /** A deck so many times larger than what is dealt is not shuffled: most guesses are new. */
    private static final int LARGE = 4;

    private static final int[] UNTOUCHED = {};

    private final int size;
    private final int most;
    private final boolean shuffled;
    private int dealt;

    // Shuffled: all numbers, those that were dealt in front. Guessed: those that were dealt and one, or 0, by hash.
    // Most decks are never dealt from: made for the first that is.
    private int[] numbers = UNTOUCHED;

    /** @param most how many are dealt at most */
    Deck(int size, int most) {
        this.size = size;
        this.most = most;
        this.shuffled = size / LARGE <= most;
    }

    private int[] fresh() {
        int[] fresh = new int[shuffled ? size : 2 * Integer.highestOneBit(2 * most + 1)];
        for (int i = 0; shuffled && i < size; i++) {
            fresh[i] = i;
        }
        return fresh;
    }

    /** How many are left. */
    int left() {
        return size - dealt;
    }

    /** One of those left, each as likely. */
    int deal(RandomGenerator random) {
        if (numbers == UNTOUCHED) {
            numbers = fresh();
        }
        return shuffled ? next(dealt + Dice.below(size - dealt, random)) : guess(random);
    }

    private int next(int position) {
        int number = numbers[position];
        numbers[position] = numbers[dealt];
        numbers[dealt++] = number;
        return number;
    }

    private int guess(RandomGenerator random) {
        while (true) {
            int number = Dice.below(size, random);
            int slot = number & (numbers.length - 1);
            while (numbers[slot] != 0 && numbers[slot] != number + 1) {
                slot = (slot + 1) & (numbers.length - 1);
            }
            if (numbers[slot] == 0) {
                numbers[slot] = number + 1;
                dealt++;
                return number;
            }
        }
    }
}
