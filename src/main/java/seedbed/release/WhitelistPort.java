package seedbed.release;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import seedbed.protocol.InfoHash;

/**
 * The part of the tracker's whitelist that publications fill; entries made by hand are never seen or touched here. Every
 * method is one transaction, and throws {@link WhitelistUnavailable} if it cannot be made.
 */
public interface WhitelistPort {

    /** The hashes that publications listed and that have no end. */
    Set<InfoHash> published();

    /** Adds entries, or renews those that are there: they have no end until {@link #expireOthers} sets one. */
    void list(Collection<Listing> entries);

    /** Sets the end of every published entry whose hash is not to be kept, unless it has one that is sooner. */
    void expireOthers(Set<InfoHash> keep, Instant expiry);
}
