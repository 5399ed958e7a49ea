package seedbed.swarm;

import java.util.random.RandomGenerator;

/** Numbers at random, each as likely but for one part in 4000 even among a million: an answer takes 150 of them. */
final class Dice {

    private Dice() {}

    /** A number from 0 up to, but without, a bound. Without the division of {@link RandomGenerator#nextInt(int)}. */
    static int below(int bound, RandomGenerator random) {
        return (int) ((Integer.toUnsignedLong(random.nextInt()) * bound) >>> Integer.SIZE);
    }
}
