package seedbed.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.content.RemovedTorrent;

/** Where everything is and what it is called, so that any page can speak of any other. */
final class SiteMap {

    /** Files that this package or the server adds to what the authors wrote. */
    private static final List<String> ADDED = List.of(
            CatalogueJson.PATH, Sitemap.PATH, "swarms.json", "savings.json", "savings.csv", "announce", "scrape");

    private final Map<String, Outline> outlines;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> outputs = new HashMap<>();

    /**
     * The map of a catalogue.
     *
     * @param pages the texts with a page of their own
     * @param title of the front page if it has no introduction
     */
    SiteMap(Catalogue catalogue, List<Page> pages, Feeds feeds, Function<Page, Outline> outliner, String title) {
        ADDED.forEach(path -> outputs.put(path, path));
        feeds.paths().forEach(path -> outputs.put(path, path));
        CataloguePages.titles(catalogue).forEach(this::add);
        add(View.Savings.PATH, View.Savings.TITLE);
        catalogue.outputs().keySet().forEach(path -> outputs.put(path, path));
        List<Page> texts = texts(catalogue, pages);
        for (Page page : texts) {
            outputs.put(page.output(), page.output());
            outputs.putIfAbsent(page.source(), page.output());
        }
        outlines = texts.parallelStream().collect(Collectors.toMap(Page::output, outliner));
        for (Page page : pages) {
            name(page.output(), WebPath.stem(page.output()));
        }
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            name(torrent.page(), torrent.torrent().name());
        }
        for (RemovedTorrent removed : catalogue.removed()) {
            name(removed.page(), removed.name());
        }
        for (Directory directory : catalogue.directories()) {
            outputs.putIfAbsent(directory.path(), directory.output());
            name(directory.output(), directory.name().isEmpty() ? title : directory.name());
        }
    }

    private static List<Page> texts(Catalogue catalogue, List<Page> pages) {
        return Stream.of(
                        pages.stream(),
                        catalogue.directories().stream().flatMap(directory -> directory.introduction().stream()),
                        catalogue.torrents().stream().flatMap(torrent -> torrent.description().stream()))
                .flatMap(texts -> texts)
                // Of a list a parallel stream knows how to take parts.
                .toList();
    }

    /** A page of the site's own. */
    private void add(String output, String title) {
        outputs.put(output, output);
        titles.put(output, title);
    }

    private void name(String output, String otherwise) {
        String heading = outline(output).title();
        titles.put(output, heading.isBlank() ? otherwise : heading);
    }

    /** The output that a path means, which may be that of an output, of a source or of a directory. */
    Optional<String> output(String path) {
        return Optional.ofNullable(outputs.get(path));
    }

    /** Whether links can reach {@code anchor} in {@code output}; nothing is known of the insides of copied files. */
    boolean hasAnchor(String output, String anchor) {
        boolean copied = !output.endsWith(".html");
        return copied || outline(output).anchors().contains(anchor);
    }

    /** What the page is called: by its first heading, or else by its file. */
    String title(String output) {
        return titles.getOrDefault(output, output);
    }

    /** The first paragraph of a page, shortened; empty without one. */
    String summary(String output) {
        return outline(output).summary();
    }

    /** How the page {@code from} speaks of the page {@code to}. */
    View.Target target(String from, String to) {
        return new View.Target(title(to), WebPath.relative(from, to), summary(to));
    }

    private Outline outline(String output) {
        return outlines.getOrDefault(output, Outline.EMPTY);
    }
}
