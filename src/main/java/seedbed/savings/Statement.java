package seedbed.savings;

/**
 * What a client says in an announce.
 *
 * @param downloaded bytes since it started; likewise {@code uploaded}
 * @param left bytes it lacks, negative where it did not say
 * @param nanos when it was heard, by a clock that never steps
 */
record Statement(long downloaded, long uploaded, long left, long nanos) {

    /** Whether a counter is lower here: no client counts backwards but one that began anew. */
    boolean isBelow(Statement other) {
        return isBelow(other.downloaded, other.uploaded);
    }

    /** Whether a counter is lower here than one of these. */
    boolean isBelow(long otherDownloaded, long otherUploaded) {
        return downloaded < otherDownloaded || uploaded < otherUploaded;
    }

    /** Whether the client can have begun just now. */
    boolean isOfABeginning() {
        return downloaded == 0 && uploaded == 0;
    }

    boolean isLaterThan(Statement other) {
        return nanos - other.nanos > 0;
    }

    /** By how much less was lacking than in an earlier statement, 0 where that is not known. */
    long fallSince(Statement earlier) {
        boolean known = earlier.left >= 0 && left >= 0;
        return known ? Math.max(0, earlier.left - left) : 0;
    }
}
