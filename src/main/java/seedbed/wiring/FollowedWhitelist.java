package seedbed.wiring;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import seedbed.protocol.InfoHash;
import seedbed.release.Listing;
import seedbed.release.WhitelistPort;
import seedbed.swarm.Whitelist;

/**
 * The whitelist as publications change it, with the tracker of this process told at once: it must serve a torrent before
 * the release that shows it is current, not when the database's notice arrives.
 */
final class FollowedWhitelist implements WhitelistPort {

    private final WhitelistPort table;
    private final Whitelist tracker;

    FollowedWhitelist(WhitelistPort table, Whitelist tracker) {
        this.table = table;
        this.tracker = tracker;
    }

    @Override
    public Set<InfoHash> published() {
        return table.published();
    }

    @Override
    public void list(Collection<Listing> entries) {
        table.list(entries);
        tracker.addAll(entries.stream().map(Listing::hash).toList());
    }

    @Override
    public void expireOthers(Set<InfoHash> keep, Instant expiry) {
        table.expireOthers(keep, expiry);
    }
}
