package seedbed.site;

import java.io.IOException;
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

    /** What decides how a part looks. */
    private record Essentials(View.Frame frame, List<RowEssentials> rows, View.Holdings all, List<View.Target> parts) {}

    private record RowEssentials(Record torrent, String section, String sectionSummary) {}

    /** Puts the part with that number, from 1. */
    void put(int number, PageSink sink) throws IOException {
        String output = path(number);
        List<CatalogueTorrent> shown = torrents.subList((number - 1) * ROWS, Math.min(number * ROWS, torrents.size()));
        View.Frame frame = frames.of(output);
        List<View.Target> parts = parts(output);
        List<RowEssentials> essentials =
                shown.stream().map(torrent -> essentials(output, torrent)).toList();
        sink.put(output, new Essentials(frame, essentials, listings.all(), parts), () -> {
            List<View.CatalogueRow> rows =
                    shown.stream().map(torrent -> row(output, torrent)).toList();
            return new View.CataloguePart(frame, rows, listings.all(), parts);
        });
    }

    private List<View.Target> parts(String output) {
        return IntStream.rangeClosed(1, count())
                .mapToObj(part -> new View.Target(Integer.toString(part), WebPath.relative(output, path(part)), ""))
                .toList();
    }

    private View.CatalogueRow row(String output, CatalogueTorrent torrent) {
        return new View.CatalogueRow(listings.row(output, torrent), map.target(output, section(torrent)));
    }

    private RowEssentials essentials(String output, CatalogueTorrent torrent) {
        String section = section(torrent);
        return new RowEssentials(listings.essentials(output, torrent), map.title(section), map.summary(section));
    }

    /** The listing of the torrent's directory. */
    private static String section(CatalogueTorrent torrent) {
        return WebPath.directory(torrent.path()) + WebPath.LISTING;
    }
}
