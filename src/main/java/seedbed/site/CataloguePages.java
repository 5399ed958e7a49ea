package seedbed.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;

/**
 * All torrents, ordered by title. The list is cut into parts that every browser can take; a script replaces them by one
 * list to search and to sort, which it makes from {@link CatalogueJson}.
 */
final class CataloguePages {

    static final String PATH = "catalogue.html";

    private static final int ROWS = 200;

    private final SiteMap map;
    private final Frames frames;
    private final Listings listings;
    private final List<CatalogueTorrent> torrents;

    CataloguePages(Catalogue catalogue, SiteMap map, Frames frames, Listings listings) {
        this.map = map;
        this.frames = frames;
        this.listings = listings;
        this.torrents = catalogue.torrents().stream()
                .map(torrent -> Map.entry(map.title(torrent.page()).toLowerCase(Locale.ROOT), torrent))
                .sorted(Map.Entry.<String, CatalogueTorrent>comparingByKey()
                        .thenComparing(entry -> entry.getValue().path()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Titles of the parts by their paths. */
    static Map<String, String> titles(Catalogue catalogue) {
        Map<String, String> titles = new TreeMap<>();
        for (int number = 1; number <= count(catalogue.torrents().size()); number++) {
            titles.put(path(number), number == 1 ? "All torrents" : "All torrents, page " + number);
        }
        return titles;
    }

    /** Of the part with that number, from 1. */
    static String path(int number) {
        return number == 1 ? PATH : "catalogue-" + number + ".html";
    }

    /** An empty catalogue has a page too, which says so. */
    private static int count(int torrents) {
        return Math.max(1, (torrents + ROWS - 1) / ROWS);
    }

    int count() {
        return count(torrents.size());
    }

    View.CataloguePart of(int number) {
        String output = path(number);
        int end = Math.min(number * ROWS, torrents.size());
        return new View.CataloguePart(
                frames.of(output),
                torrents.subList((number - 1) * ROWS, end).stream()
                        .map(torrent -> row(output, torrent))
                        .toList(),
                listings.all(),
                IntStream.rangeClosed(1, count())
                        .mapToObj(part ->
                                new View.Target(Integer.toString(part), WebPath.relative(output, path(part)), ""))
                        .toList());
    }

    private View.CatalogueRow row(String output, CatalogueTorrent torrent) {
        String section = WebPath.directory(torrent.path()) + WebPath.LISTING;
        return new View.CatalogueRow(listings.row(output, torrent), map.target(output, section));
    }
}
