package seedbed.release;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

/**
 * What a release holds.
 *
 * @param files SHA-256 in lower-case hexadecimal digits, by path inside the release
 * @param listings the whitelist that goes with it
 * @param removed torrents of earlier releases, which have no more than a page now
 */
record Manifest(
        ManifestHead head, SortedMap<String, String> files, List<Listing> listings, List<RemovedTorrent> removed) {

    /** What comes before the first release. */
    static final Manifest EMPTY = new Manifest(
            new ManifestHead(Instant.EPOCH, Optional.empty(), 0, 0, 0), new TreeMap<>(), List.of(), List.of());

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        listings = List.copyOf(listings);
        removed = List.copyOf(removed);
    }

    /** All torrents that the next release may lack, or lacks already, by path. */
    SortedMap<String, RemovedTorrent> former() {
        SortedMap<String, RemovedTorrent> former = new TreeMap<>();
        removed.forEach(torrent -> former.put(torrent.path(), torrent));
        Listing.torrents(listings).forEach(torrent -> former.put(torrent.path(), torrent));
        return former;
    }

    Set<InfoHash> hashes() {
        Set<InfoHash> hashes = new TreeSet<>();
        listings.forEach(listing -> hashes.add(listing.hash()));
        return hashes;
    }

    /** The paths of the torrent files in {@code origin/}, one for each torrent. */
    Set<String> torrents() {
        return Area.ORIGIN.of(files).keySet();
    }
}
