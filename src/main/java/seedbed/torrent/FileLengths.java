package seedbed.torrent;

import java.util.OptionalLong;

/** The lengths of the files of one description, whose sum stays small enough to count with. */
final class FileLengths {

    /** In bytes, exclusive, for a file and for all: 16 TiB, less one block of 16 KiB, as in libtorrent. */
    private static final long LIMIT = ((1L << 30) - 1) << 14;

    private long total;

    /** The length of one file; 0 (and an error) where it is missing or out of range. */
    long read(Fields file) {
        OptionalLong length = file.integer("length");
        long room = LIMIT - total;
        if (length.isEmpty() || length.getAsLong() < 0 || length.getAsLong() >= room) {
            file.refuse("length", "a number of bytes from 0 with a total below 16 TiB");
            return 0;
        }
        total += length.getAsLong();
        return length.getAsLong();
    }

    /** In bytes, with padding. */
    long total() {
        return total;
    }
}
