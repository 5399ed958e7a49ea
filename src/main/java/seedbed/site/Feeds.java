package seedbed.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;

/** Which feeds there are: one of the whole site, and one of each directory with a torrent in it or below it. */
final class Feeds {

    private final NavigableMap<String, List<CatalogueTorrent>> byPath = new TreeMap<>();

    Feeds(Catalogue catalogue) {
        byPath.put(Feed.PATH, new ArrayList<>());
        catalogue.torrents().stream()
                .sorted(Listings.newestFirst())
                .forEach(torrent -> around(torrent.path())
                        .forEach(path -> byPath.computeIfAbsent(path, unknown -> new ArrayList<>())
                                .add(torrent)));
    }

    /** Where the feeds of the directories around {@code path} would be, the nearest first and the site's last. */
    private static List<String> around(String path) {
        List<String> feeds = new ArrayList<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            feeds.add(path.substring(0, slash + 1) + Feed.PATH);
        }
        feeds.add(Feed.PATH);
        return feeds;
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    /** What the feed tells of, the newest first. */
    List<CatalogueTorrent> torrents(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** The feeds that a visitor of the page may want: the nearest, and that of the whole site. */
    List<String> of(String output) {
        List<String> around =
                around(output).stream().filter(byPath::containsKey).toList();
        return around.size() <= 2 ? around : List.of(around.get(0), Feed.PATH);
    }
}
