package seedbed.savings;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a client said so far in one download of one torrent. Its counters are its own to write, so their growth counts
 * only as far as it can be true. Not safe for threads.
 *
 * <p>A client speaks with several voices: to each swarm of a hybrid torrent and over each address family it announces the
 * same counters by itself. What one voice said already does not count again from another, whichever comes first.
 */
final class Session {

    /** Bytes are fetched twice now and then: pieces that fail their check, the end of a download. */
    private static final double WASTE = 0.05;

    private static final double NANOS_PER_SECOND = 1e9;

    // In a row: when it was heard last, the most that it can have downloaded, what is credited; the last counters and
    // the
    // voices; the three sums; and only where several voices were heard, what each of them said.

    /** Longs that it takes in a row; where several voices were heard, {@link #WIDE_WIDTH}. */
    static final int WIDTH = 10;

    private static final int VOICES = Voice.values().length;

    static final int WIDE_WIDTH = WIDTH + 2 * VOICES;

    private final long mostDownloaded;
    private long credited;

    // The last statement, whoever made it, and those who were heard since the client began, a bit each.
    private long downloaded;
    private long uploaded;
    private long left;
    private long nanos;
    private int heard;
    /** The counters that each voice said last, two for each; while only one was heard, those are the last of all. */
    private long @Nullable [] said;

    /** Since the client began, by its own word but for the rate of its link; likewise {@link #fallen} and {@link #counted}. */
    private long fetched;

    private long fallen;
    private long counted;

    /** A swarm of the torrent and an address family (BEP 7). */
    enum Voice {
        FIRST_HASH_V4(0),
        FIRST_HASH_V6(1),
        SECOND_HASH_V4(2),
        SECOND_HASH_V6(3);

        private final int slot;

        Voice(int slot) {
            this.slot = slot;
        }

        int bit() {
            return 1 << slot;
        }

        /** @param first whether the torrent is named by the swarm's hash */
        static Voice of(boolean first, boolean v4) {
            if (first) {
                return v4 ? FIRST_HASH_V4 : FIRST_HASH_V6;
            }
            return v4 ? SECOND_HASH_V4 : SECOND_HASH_V6;
        }
    }

    /** @param size of the torrent in bytes; unknown for one listed by hand, which then is what the client lacks */
    Session(Voice voice, Statement baseline, OptionalLong size) {
        this.mostDownloaded = withWaste(size.orElse(Math.max(0, baseline.left())));
        heard = voice.bit();
        setLast(baseline);
    }

    private Session(long mostDownloaded) {
        this.mostDownloaded = mostDownloaded;
    }

    /** The session that was written into a row. */
    static Session read(long[] words, int at) {
        Session session = new Session(words[at + 1]);
        session.nanos = words[at];
        session.credited = words[at + 2];
        session.downloaded = words[at + 3];
        session.uploaded = words[at + 4];
        session.left = words[at + 5];
        session.heard = (int) words[at + 6];
        session.fetched = words[at + 7];
        session.fallen = words[at + 8];
        session.counted = words[at + 9];
        if (Integer.bitCount(session.heard) > 1) {
            session.said = Arrays.copyOfRange(words, at + WIDTH, at + WIDE_WIDTH);
        }
        return session;
    }

    /** Writes it into a row, a wide one if it {@linkplain #hasSeveralVoices has several voices}. */
    void write(long[] words, int at) {
        words[at] = nanos;
        words[at + 1] = mostDownloaded;
        words[at + 2] = credited;
        words[at + 3] = downloaded;
        words[at + 4] = uploaded;
        words[at + 5] = left;
        words[at + 6] = heard;
        words[at + 7] = fetched;
        words[at + 8] = fallen;
        words[at + 9] = counted;
        if (said != null) {
            System.arraycopy(said, 0, words, at + WIDTH, said.length);
        }
    }

    /** When the session in a row was last heard of, in nanoseconds. */
    static long lastSeen(long[] words, int at) {
        return words[at];
    }

    /** Whether its client was heard over both address families, or in both swarms of a hybrid torrent, since it began. */
    boolean hasSeveralVoices() {
        return said != null;
    }

    private Statement last() {
        return new Statement(downloaded, uploaded, left, nanos);
    }

    private void setLast(Statement statement) {
        downloaded = statement.downloaded();
        uploaded = statement.uploaded();
        left = statement.left();
        nanos = statement.nanos();
    }

    private boolean wasHeard(Voice voice) {
        return (heard & voice.bit()) != 0;
    }

    /** Whether a counter is lower than the voice, which was heard before, said last. */
    private boolean isBelowBefore(Voice voice, Statement next) {
        return said == null ? next.isBelow(last()) : next.isBelow(said[2 * voice.slot], said[2 * voice.slot + 1]);
    }

    /** Remembers what a voice says; of the only one that is the last statement. */
    private void note(Voice voice, Statement next) {
        if (heard == voice.bit()) {
            return;
        }
        long[] all = said;
        if (all == null) {
            all = new long[2 * VOICES];
            int only = Integer.numberOfTrailingZeros(heard);
            all[2 * only] = downloaded;
            all[2 * only + 1] = uploaded;
            said = all;
        }
        heard |= voice.bit();
        all[2 * voice.slot] = next.downloaded();
        all[2 * voice.slot + 1] = next.uploaded();
    }

    /**
     * Takes the next statement.
     *
     * @param starts whether the client says that it begins
     * @param maxRate of the client's link in bytes per second, if there is such a limit
     * @return what of the growth since the last one counts; none if the client began anew, which makes a new baseline
     */
    Growth hear(Voice voice, Statement next, boolean starts, OptionalLong maxRate) {
        if (beginsAnew(voice, next, starts)) {
            return Growth.NONE;
        }
        // Otherwise it was overtaken on its way by what another voice said later.
        return next.isBelow(last()) ? Growth.NONE : advance(next, maxRate);
    }

    /** Takes what the client told another tracker of this mirror, or an earlier run of this one, where it was counted. */
    void learn(Voice voice, Statement told) {
        credited = Math.max(credited, Math.min(told.downloaded(), mostDownloaded));
        if (!told.isLaterThan(last())) {
            if (!wasHeard(voice)) {
                note(voice, told);
            }
            return;
        }
        // Which event it was is not told; of a voice that was heard before, counters that fell say it.
        boolean starts = told.isOfABeginning() && !wasHeard(voice);
        if (!beginsAnew(voice, told, starts) && !told.isBelow(last())) {
            beginAt(told);
        }
    }

    private boolean beginsAnew(Voice voice, Statement next, boolean starts) {
        // A voice that was silent until now, and starts, only joins in, unless the counters say otherwise.
        boolean anew = wasHeard(voice) ? starts || isBelowBefore(voice, next) : starts && next.isBelow(last());
        if (anew) {
            heard = voice.bit();
            said = null;
            beginAt(next);
        } else {
            note(voice, next);
        }
        return anew;
    }

    private void beginAt(Statement statement) {
        setLast(statement);
        fetched = 0;
        fallen = 0;
        counted = 0;
    }

    private Growth advance(Statement next, OptionalLong maxRate) {
        long possible = possible(next, maxRate);
        long given = Math.min(next.uploaded() - uploaded, possible);
        fetched = Growth.sum(fetched, Math.min(next.downloaded() - downloaded, possible));
        fallen = Growth.sum(fallen, next.fallSince(last()));
        setLast(next);
        // Sums since the beginning, not steps: a client may count a piece as fetched in one announce and as no longer
        // missing in the next.
        long believed = Math.max(0, Math.min(fetched, withWaste(fallen)) - counted);
        long fresh = Math.min(believed, mostDownloaded - credited);
        counted += fresh;
        credited += fresh;
        return new Growth(fresh, given);
    }

    /** What the client's link can have carried since its last statement. */
    private long possible(Statement next, OptionalLong maxRate) {
        if (maxRate.isEmpty()) {
            return Long.MAX_VALUE;
        }
        double seconds = Math.max(0, next.nanos() - nanos) / NANOS_PER_SECOND;
        return (long) (maxRate.getAsLong() * seconds);
    }

    private static long withWaste(long bytes) {
        // A double holds more than any long; the way back ends at the largest long.
        return (long) Math.floor(bytes * (1 + WASTE));
    }
}
