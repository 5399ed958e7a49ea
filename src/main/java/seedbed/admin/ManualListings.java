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

    /** The entries of one hash: none, or one for each origin. */
    List<ListedTorrent> of(InfoHash infoHash);

    /** Lists a hash by hand; false if it was so already. */
    boolean add(InfoHash infoHash);

    /** Takes back what was listed by hand, not what is published; false if there was nothing. */
    boolean remove(InfoHash infoHash);
}
