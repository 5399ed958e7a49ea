package seedbed.savings;

import java.util.OptionalLong;

/**
 * What a client said so far in one download of one torrent. Its counters are its own to write, so their growth counts
 * only as far as it can be true. Not safe for threads.
 */
final class Session {

    /** Bytes are fetched twice now and then: pieces that fail their check, the end of a download. */
    private static final double WASTE = 0.05;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long mostDownloaded;
    private long credited;
    private Statement last;

    /** What an announce says. Bytes; {@code left} is negative where the client did not say. */
    record Statement(long downloaded, long uploaded, long left, long nanos) {}

    /** @param size of the torrent in bytes; unknown for one listed by hand, which then is what the client lacks */
    Session(Statement baseline, OptionalLong size) {
        this.last = baseline;
        this.mostDownloaded = withWaste(size.orElse(Math.max(0, baseline.left())));
    }

    /** When it was last heard of. */
    long lastSeen() {
        return last.nanos();
    }

    /** Begins to count anew from here, as a client does that was restarted. */
    void restart(Statement baseline) {
        last = baseline;
    }

    /**
     * Takes the next statement.
     *
     * @param maxRate of the client's link in bytes per second, if there is such a limit
     * @return what of the growth since the last one counts; none if a counter fell, which makes a new baseline
     */
    Growth advance(Statement next, OptionalLong maxRate) {
        Statement before = last;
        last = next;
        if (next.downloaded() < before.downloaded() || next.uploaded() < before.uploaded()) {
            return Growth.NONE;
        }
        long downloaded = Math.min(next.downloaded() - before.downloaded(), believable(before, next));
        long counted = Math.min(downloaded, mostDownloaded - credited);
        credited += counted;
        return new Growth(counted, uploaded(before, next, maxRate));
    }

    /** What was fetched is no longer missing. */
    private static long believable(Statement before, Statement next) {
        boolean known = before.left() >= 0 && next.left() >= 0;
        return known ? withWaste(Math.max(0, before.left() - next.left())) : 0;
    }

    private static long uploaded(Statement before, Statement next, OptionalLong maxRate) {
        long uploaded = next.uploaded() - before.uploaded();
        if (maxRate.isEmpty()) {
            return uploaded;
        }
        double seconds = Math.max(0, next.nanos() - before.nanos()) / NANOS_PER_SECOND;
        return Math.min(uploaded, (long) (maxRate.getAsLong() * seconds));
    }

    private static long withWaste(long bytes) {
        // A double holds more than any long; the way back ends at the largest long.
        return (long) Math.floor(bytes * (1 + WASTE));
    }
}
