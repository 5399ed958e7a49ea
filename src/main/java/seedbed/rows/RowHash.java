package seedbed.rows;

import java.security.SecureRandom;

/**
 * Hashes of what clients choose themselves, such as their ids and, with IPv6, many an address: without a secret they could
 * choose them to collide.
 */
public final class RowHash {

    private static final long SECRET = new SecureRandom().nextLong();
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

    private RowHash() {}

    /** A hash of one number. */
    public static int of(long value) {
        long mixed = (value ^ SECRET) * MIX;
        mixed = (mixed ^ (mixed >>> Integer.SIZE)) * (SECRET | 1);
        return (int) (mixed >>> Integer.SIZE);
    }

    /** A hash of two numbers. */
    public static int of(long first, long second) {
        return of(first + MIX * second);
    }

    /** A hash of three numbers. */
    public static int of(long first, long second, long third) {
        return of(first, second + MIX * third);
    }
}
