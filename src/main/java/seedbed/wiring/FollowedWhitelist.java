package seedbed.wiring;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import seedbed.protocol.InfoHash;
import seedbed.release.Listing;
import seedbed.release.WhitelistPort;
import seedbed.savings.Torrents;
import seedbed.store.PostgresWhitelist;
import seedbed.swarm.Whitelist;

/**
 * Keeps the whitelist in the tracker's memory and the one in the database together. A torrent must be served before the
 * release that shows it is current, so a publication by this process tells the tracker at once, not when the database's
 * notice arrives; and a reading that began before must not take that back, so neither happens during the other.
 */
final class FollowedWhitelist implements WhitelistPort, Torrents {

    private final PostgresWhitelist asPublisher;
    private final PostgresWhitelist asTracker;
    private final Whitelist tracker;
    private final Consumer<InfoHash> unlisted;
    private final Map<InfoHash, OptionalLong> sizes = new ConcurrentHashMap<>();
    private final Map<InfoHash, InfoHash> torrents = new ConcurrentHashMap<>();

    /** @param unlisted told of each hash that is no longer served */
    FollowedWhitelist(
            PostgresWhitelist asPublisher,
            PostgresWhitelist asTracker,
            Whitelist tracker,
            Consumer<InfoHash> unlisted) {
        this.asPublisher = asPublisher;
        this.asTracker = asTracker;
        this.tracker = tracker;
        this.unlisted = unlisted;
    }

    /** Makes the tracker serve what the database lists now. */
    synchronized void read() throws SQLException {
        Set<InfoHash> gone = new HashSet<>(tracker.hashes());
        Map<InfoHash, OptionalLong> listed = asTracker.listed();
        sizes.putAll(listed);
        sizes.keySet().retainAll(listed.keySet());
        Map<InfoHash, InfoHash> second = asTracker.secondHashes();
        // One object for each torrent, which all that is remembered of its downloads shares.
        listed.keySet().forEach(hash -> torrents.put(hash, second.getOrDefault(hash, hash)));
        torrents.keySet().retainAll(listed.keySet());
        tracker.replaceAll(listed.keySet());
        gone.removeAll(listed.keySet());
        gone.forEach(unlisted);
    }

    @Override
    public InfoHash torrentOf(InfoHash infoHash) {
        return torrents.getOrDefault(infoHash, infoHash);
    }

    @Override
    public OptionalLong sizeOf(InfoHash infoHash) {
        return sizes.getOrDefault(infoHash, OptionalLong.empty());
    }

    @Override
    public synchronized void list(Collection<Listing> entries) {
        asPublisher.list(entries);
        Map<String, InfoHash> smallest = new HashMap<>();
        entries.forEach(entry -> smallest.merge(entry.path(), entry.hash(), FollowedWhitelist::smaller));
        entries.forEach(entry -> {
            sizes.put(entry.hash(), OptionalLong.of(entry.size()));
            torrents.put(entry.hash(), smallest.getOrDefault(entry.path(), entry.hash()));
        });
        tracker.addAll(entries.stream().map(Listing::hash).toList());
    }

    private static InfoHash smaller(InfoHash one, InfoHash other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Set<InfoHash> published() {
        return asPublisher.published();
    }

    @Override
    public void expireOthers(Set<InfoHash> keep, Instant expiry) {
        asPublisher.expireOthers(keep, expiry);
    }
}
