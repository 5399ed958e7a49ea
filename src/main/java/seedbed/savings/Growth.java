package seedbed.savings;

/**
 * By how much a client's counters grew.
 *
 * @param downloaded bytes, 0 or more
 * @param uploaded bytes, 0 or more
 */
public record Growth(long downloaded, long uploaded) {

    public static final Growth NONE = new Growth(0, 0);

    /** The sum, at most {@link Long#MAX_VALUE}: a client can claim any number it likes. */
    Growth plus(Growth other) {
        return new Growth(sum(downloaded, other.downloaded), sum(uploaded, other.uploaded));
    }

    /** The rest without a part of it. */
    Growth minus(Growth part) {
        return new Growth(downloaded - part.downloaded, uploaded - part.uploaded);
    }

    /** The sum of two numbers that are not negative, at most {@link Long#MAX_VALUE}. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    boolean isNone() {
        return downloaded == 0 && uploaded == 0;
    }
}
