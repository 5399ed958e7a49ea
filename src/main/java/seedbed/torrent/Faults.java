package seedbed.torrent;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import seedbed.bencode.BencodeException;
import seedbed.bencode.BencodeValue;

/** Collects the faults of one file. */
final class Faults {

    /** A hostile file can have a fault in each of a million entries; nobody reads more than these. */
    private static final int KEPT = 100;

    private final Set<TorrentFault> faults = new LinkedHashSet<>();
    private boolean errors;

    /** The one fault of a file that could not be decoded. */
    void malformed(BencodeException decoding) {
        errors = true;
        faults.add(new TorrentFault(decoding.offset(), true, "malformed bencode: " + decoding.getMessage()));
    }

    void error(BencodeValue at, String message) {
        error(at.start(), message);
    }

    void error(int offset, String message) {
        // The first error is kept even when warnings have filled the list.
        add(offset, true, message, errors ? KEPT : KEPT + 1);
        errors = true;
    }

    void warning(BencodeValue at, String message) {
        warning(at.start(), message);
    }

    void warning(int offset, String message) {
        add(offset, false, message, KEPT);
    }

    boolean anyErrors() {
        return errors;
    }

    List<TorrentFault> list() {
        return faults.stream()
                .sorted(Comparator.comparingInt(TorrentFault::offset))
                .toList();
    }

    private void add(int offset, boolean error, String message, int limit) {
        if (faults.size() < limit) {
            faults.add(new TorrentFault(offset, error, message + " (at byte " + offset + ")"));
        }
    }
}
