package seedbed.release;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

/**
 * What a release holds.
 *
 * @param files SHA-256 in lower-case hexadecimal digits, by path inside the release; they come in the order of paths
 * @param listings the whitelist that goes with it
 * @param removed torrents of earlier releases, which have no more than a page now
 */
record Manifest(ManifestHead head, Map<String, String> files, List<Listing> listings, List<RemovedTorrent> removed) {

    /** What comes before the first release. */
    static final Manifest EMPTY =
            new Manifest(new ManifestHead(Instant.EPOCH, Optional.empty(), 0, 0, 0), Map.of(), List.of(), List.of());

    Manifest {
        files = Collections.unmodifiableMap(inOrder(files));
        listings = List.copyOf(listings);
        removed = List.copyOf(removed);
    }

    /** Every file is looked up several times, which a sorted map is slow at. */
    private static Map<String, String> inOrder(Map<String, String> files) {
        Map<String, String> ordered = new LinkedHashMap<>();
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEachOrdered(file -> ordered.put(file.getKey(), file.getValue()));
        return ordered;
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
        return files.keySet().stream().filter(Area.ORIGIN::has).collect(Collectors.toSet());
    }
}
