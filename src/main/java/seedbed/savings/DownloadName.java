package seedbed.savings;

import org.jspecify.annotations.Nullable;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.rows.RowHash;

/**
 * A download: who downloads which torrent, as far as it can prove. The client's address is no part of it, because a client
 * announces over both address families; but seed boxes are cloned with their id and key, and each counts for itself.
 *
 * @param seedBox its address, if it is one
 */
record DownloadName(
        InfoHash torrent,
        PeerId peerId,
        ClientKey key,
        @Nullable IpAddress seedBox) {

    /** Longs that it takes in a row, without the torrent; with the address of a seed box, {@link #WIDE_WIDTH}. */
    static final int WIDTH = 4;

    static final int WIDE_WIDTH = 7;

    private static final int TAIL = 2;
    private static final int KEY = 3;
    private static final int FAMILY = 4;
    private static final int ADDRESS_HIGH = 5;
    private static final int ADDRESS_LOW = 6;

    /** What stands for the family of no address. */
    private static final int NO_SEED_BOX = 0;

    private static final int V4 = 4;
    private static final int V6 = 6;

    boolean isOfSeedBox() {
        return seedBox != null;
    }

    /** The same for all clones of a seed box. */
    DownloadName ofAnyBox() {
        return new DownloadName(torrent, peerId, key, null);
    }

    int rowHash() {
        return RowHash.of(peerId.middle(), peerId.tail(), key.bits());
    }

    /** The same of a name in a row. */
    static int rowHash(long[] words, int at) {
        return RowHash.of(words[at + 1], words[at + TAIL] >> Integer.SIZE, words[at + KEY]);
    }

    void write(long[] words, int at, boolean wide) {
        words[at] = peerId.head();
        words[at + 1] = peerId.middle();
        words[at + TAIL] = tailAndKeyLength();
        words[at + KEY] = key.bits();
        if (wide) {
            words[at + FAMILY] = family();
            words[at + ADDRESS_HIGH] = seedBox == null ? 0 : seedBox.high();
            words[at + ADDRESS_LOW] = seedBox == null ? 0 : seedBox.low();
        }
    }

    private long tailAndKeyLength() {
        return ((long) peerId.tail() << Integer.SIZE) | key.length();
    }

    private int family() {
        if (seedBox == null) {
            return NO_SEED_BOX;
        }
        return seedBox.isV4() ? V4 : V6;
    }

    /** Whether a row of the torrent has this name. */
    boolean isAt(long[] words, int at, boolean wide) {
        return words[at] == peerId.head()
                && words[at + 1] == peerId.middle()
                && words[at + TAIL] == tailAndKeyLength()
                && words[at + KEY] == key.bits()
                && (wide ? hasSeedBox(words, at) : seedBox == null);
    }

    private boolean hasSeedBox(long[] words, int at) {
        return words[at + FAMILY] == family()
                && (seedBox == null
                        || (words[at + ADDRESS_HIGH] == seedBox.high() && words[at + ADDRESS_LOW] == seedBox.low()));
    }

    /** The name in a row of a torrent. */
    static DownloadName read(InfoHash torrent, long[] words, int at, boolean wide) {
        int tail = (int) (words[at + TAIL] >>> Integer.SIZE);
        ClientKey key = new ClientKey(words[at + KEY], (int) words[at + TAIL]);
        return new DownloadName(
                torrent, PeerId.of(words[at], words[at + 1], tail), key, wide ? seedBox(words, at) : null);
    }

    private static @Nullable IpAddress seedBox(long[] words, int at) {
        if (words[at + FAMILY] == NO_SEED_BOX) {
            return null;
        }
        return words[at + FAMILY] == V4
                ? IpAddress.v4((int) words[at + ADDRESS_LOW])
                : IpAddress.v6(words[at + ADDRESS_HIGH], words[at + ADDRESS_LOW]);
    }
}
