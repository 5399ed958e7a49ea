package seedbed.savings;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.InfoHash;
import seedbed.rows.RowIndex;

/**
 * Sessions of one torrent, each a row of numbers in one array: a million of them leave the garbage collector nothing to
 * follow. From {@link #INDEXED} rows on they are found by hash; fewer are read through. Not safe for threads.
 */
final class SessionTable {

    /** No row. */
    static final int NONE = RowIndex.NONE;

    private static final int INDEXED = 16;
    private static final long[] EMPTY = {};

    private final boolean wide;
    private long[] words = EMPTY;
    private int size;
    private @Nullable RowIndex index;

    /** @param wide whether rows have room for the address of a seed box, and for what each of several voices said */
    SessionTable(boolean wide) {
        this.wide = wide;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int nameWidth() {
        return wide ? DownloadName.WIDE_WIDTH : DownloadName.WIDTH;
    }

    private int width() {
        return nameWidth() + (wide ? Session.WIDE_WIDTH : Session.WIDTH);
    }

    private int start(int row) {
        return row * width();
    }

    /** The row with this name, or {@link #NONE}. */
    int find(DownloadName name) {
        if (index == null) {
            int row = size - 1;
            while (row >= 0 && !isAt(row, name)) {
                row--;
            }
            return row;
        }
        return index.find(name.rowHash(), row -> isAt(row, name));
    }

    private boolean isAt(int row, DownloadName name) {
        return name.isAt(words, start(row), wide);
    }

    Session session(int row) {
        return Session.read(words, start(row) + nameWidth());
    }

    void set(int row, Session session) {
        session.write(words, start(row) + nameWidth());
    }

    void add(DownloadName name, Session session) {
        if (start(size) == words.length) {
            // An eighth more, and one: most torrents have few, and the others must not pay for twice what they hold.
            words = Arrays.copyOf(words, start(size + 1 + size / 8));
        }
        name.write(words, start(size), wide);
        set(size, session);
        size++;
        if (index != null) {
            index.add(size - 1);
        } else if (size >= INDEXED) {
            index = new RowIndex(row -> DownloadName.rowHash(words, start(row)));
            for (int row = 0; row < size; row++) {
                index.add(row);
            }
        }
    }

    /** Takes a row out; the last one gets its number. */
    void remove(int row) {
        int last = size - 1;
        if (index != null) {
            index.remove(row);
            if (row != last) {
                index.renumber(last, row);
            }
        }
        System.arraycopy(words, start(last), words, start(row), width());
        size--;
        if (size < INDEXED / 2) {
            index = null;
        }
        if (2 * start(size) < words.length) {
            words = Arrays.copyOf(words, start(size + size / 8));
        }
    }

    /** Forgets who was heard last before a moment, in nanoseconds. */
    void expire(long before) {
        for (int row = size - 1; row >= 0; row--) {
            if (Session.lastSeen(words, start(row) + nameWidth()) - before < 0) {
                remove(row);
            }
        }
    }

    /** Collects the names of seed boxes, as those of all their clones. */
    void collectBoxes(InfoHash torrent, Set<DownloadName> names) {
        for (int row = 0; row < size; row++) {
            DownloadName name = DownloadName.read(torrent, words, start(row), wide);
            if (name.isOfSeedBox()) {
                names.add(name.ofAnyBox());
            }
        }
    }
}
