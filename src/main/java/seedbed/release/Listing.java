package seedbed.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import seedbed.content.RemovedTorrent;
import seedbed.protocol.InfoHash;

/**
 * A swarm that the tracker is to serve because a torrent is published.
 *
 * @param hash v1, or v2 truncated: a hybrid torrent has two listings
 * @param path of the torrent in the webroot
 * @param name as the torrent itself says
 * @param size of its content in bytes
 */
public record Listing(InfoHash hash, String path, String name, long size) {

    /** The torrents that these listings belong to, by path. */
    static List<RemovedTorrent> torrents(Collection<Listing> listings) {
        SortedMap<String, List<Listing>> byPath =
                listings.stream().collect(Collectors.groupingBy(Listing::path, TreeMap::new, Collectors.toList()));
        List<RemovedTorrent> torrents = new ArrayList<>();
        byPath.forEach((path, all) -> torrents.add(new RemovedTorrent(
                path, all.get(0).name(), all.stream().map(Listing::hash).toList())));
        return torrents;
    }
}
