package seedbed.admin;

import java.util.List;
import seedbed.protocol.InfoHash;

/**
 * The whitelist as an admin sees and changes it. Changes are idempotent. Every method throws
 * {@link seedbed.release.WhitelistUnavailable} while the database is away.
 */
public interface ManualListings {

    /** All entries that are served now. */
    List<ListedTorrent> all();

    /**
     * Entries with a text in the hash, the path, the name or the note, whatever its case.
     *
     * @param text empty to find all
     * @param most how many are returned
     */
    Found search(String text, int most);

    /** What a search has found. */
    record Found(List<ListedTorrent> entries, int total) {
        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** The entries of one hash: none, or one for each origin. */
    List<ListedTorrent> of(InfoHash infoHash);

    /**
     * Lists a hash by hand; of one that was listed so already, changes the note.
     *
     * @param note why; an empty one leaves the note that there is
     * @return false if it was listed by hand already
     */
    boolean add(InfoHash infoHash, String note);

    /** Takes back what was listed by hand, not what is published; false if there was nothing. */
    boolean remove(InfoHash infoHash);
}
