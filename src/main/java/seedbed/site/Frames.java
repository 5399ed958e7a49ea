package seedbed.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.content.Catalogue;
import seedbed.content.Directory;
import seedbed.content.Page;
import seedbed.protocol.PercentEncoding;

/** What is around the pages of one catalogue: titles, trails and the menu. */
final class Frames {

    /** A longer menu is no help: visitors then start from the front page or search. */
    private static final int LONGEST_MENU = 9;

    private final SiteSettings settings;
    private final SiteMap map;
    private final Feeds feeds;
    private final View.@Nullable Edition edition;
    private final List<String> menu;

    Frames(SiteSettings settings, SiteMap map, Feeds feeds, Catalogue catalogue) {
        this.settings = settings;
        this.map = map;
        this.feeds = feeds;
        this.edition = catalogue
                .commit()
                .map(commit -> new View.Edition(commit.id(), View.Day.of(commit.time())))
                .orElse(null);
        this.menu = menu(catalogue.root());
    }

    private static List<String> menu(Directory root) {
        List<String> outputs = Stream.of(
                        Stream.of(CataloguePages.PATH),
                        root.directories().stream().map(Directory::output),
                        root.pages().stream().map(Page::output),
                        Stream.of(HowTo.PATH))
                .flatMap(part -> part)
                .distinct()
                .toList();
        return outputs.size() > LONGEST_MENU ? List.of(CataloguePages.PATH, HowTo.PATH) : outputs;
    }

    /** Only the front page tells the commit: every page would change with every commit otherwise. */
    View.Frame of(String output) {
        return new View.Frame(
                map.title(output),
                settings.title(),
                WebPath.relative(output, WebPath.LISTING),
                WebPath.relative(output, output),
                settings.address(output),
                map.summary(output),
                trail(output),
                menu.stream().map(entry -> map.target(output, entry)).toList(),
                feeds.of(output).stream().map(feed -> feed(output, feed)).toList(),
                output.equals(WebPath.LISTING) ? edition : null);
    }

    /** A page that is shown at any address, so that it can only name others from the server's root on. */
    View.Frame anywhere(String title) {
        List<View.Target> absolute = menu.stream()
                .map(entry -> new View.Target(
                        map.title(entry),
                        settings.rootPath() + PercentEncoding.ofPath(WebPath.visible(entry)),
                        map.summary(entry)))
                .toList();
        return new View.Frame(
                title,
                settings.title(),
                settings.rootPath(),
                "",
                "",
                "",
                List.of(),
                absolute,
                List.of(new View.Target(settings.title(), settings.rootPath() + Feed.PATH, "")),
                null);
    }

    private View.Target feed(String output, String feed) {
        return new View.Target(Feed.title(settings, map, feed), WebPath.relative(output, feed), "");
    }

    /** The front page and the directories above the page; empty for the front page itself. */
    private List<View.Target> trail(String output) {
        String shown = WebPath.visible(output);
        if (shown.isEmpty()) {
            return List.of();
        }
        List<View.Target> trail = new ArrayList<>();
        trail.add(new View.Target(settings.title(), WebPath.relative(output, WebPath.LISTING), ""));
        // A slash at the very end is that of the listing's own directory.
        for (int slash = shown.indexOf('/'); slash >= 0 && slash < shown.length() - 1; ) {
            String listing = shown.substring(0, slash + 1) + WebPath.LISTING;
            // The page of a removed torrent may be all that is left of its directory.
            if (map.output(listing).isPresent()) {
                trail.add(map.target(output, listing));
            }
            slash = shown.indexOf('/', slash + 1);
        }
        return trail;
    }
}
