package seedbed.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.content.Catalogue;
import seedbed.content.CatalogueTorrent;
import seedbed.content.Directory;
import seedbed.content.SourceFile;
import seedbed.protocol.InfoHash;

/** Pages of directories, the front page among them. */
final class Listings {

    /** How many torrents from anywhere the front page shows. */
    private static final int HIGHLIGHTS = 10;

    private record Holdings(int torrents, long bytes) {
        static final Holdings NONE = new Holdings(0, 0);

        Holdings and(Holdings more) {
            return new Holdings(torrents + more.torrents, bytes + more.bytes);
        }

        View.Holdings view() {
            return new View.Holdings(torrents, View.Size.of(bytes));
        }
    }

    private final Catalogue catalogue;
    private final SiteMap map;
    private final Frames frames;
    private final Texts texts;
    private final Map<String, Holdings> holdings = new HashMap<>();

    Listings(Catalogue catalogue, SiteMap map, Frames frames, Texts texts) {
        this.catalogue = catalogue;
        this.map = map;
        this.frames = frames;
        this.texts = texts;
        for (CatalogueTorrent torrent : catalogue.torrents()) {
            hold(torrent);
        }
    }

    /** Counts a torrent for every directory above it, the root among them. */
    private void hold(CatalogueTorrent torrent) {
        Holdings one = new Holdings(1, torrent.torrent().totalLength());
        holdings.merge("", one, Holdings::and);
        String path = torrent.path();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            holdings.merge(path.substring(0, slash), one, Holdings::and);
        }
    }

    View.Listing of(Directory directory) {
        String output = directory.output();
        return new View.Listing(
                frames.of(output),
                texts.body(directory.introduction()),
                directory.directories().stream()
                        .map(child -> section(output, child))
                        .toList(),
                directory.torrents().stream()
                        .map(torrent -> row(output, torrent))
                        .toList(),
                isSmall() ? "All torrents" : "New here",
                highlights(directory),
                directory.pages().stream()
                        .map(page -> map.target(output, page.output()))
                        .toList(),
                directory.copies().stream().map(copy -> copy(output, copy)).toList(),
                all());
    }

    private View.Section section(String from, Directory directory) {
        Holdings below = holdings.getOrDefault(directory.path(), Holdings.NONE);
        return new View.Section(map.target(from, directory.output()), below.view());
    }

    /** What the whole site holds. */
    View.Holdings all() {
        return holdings.getOrDefault("", Holdings.NONE).view();
    }

    View.TorrentRow row(String from, CatalogueTorrent torrent) {
        return new View.TorrentRow(
                map.target(from, torrent.page()),
                WebPath.relative(from, torrent.path()),
                swarms(torrent),
                View.Size.of(torrent.torrent().totalLength()),
                torrent.added().map(View.Day::of).orElse(null));
    }

    static String swarms(CatalogueTorrent torrent) {
        return torrent.torrent().swarmHashes().stream().map(InfoHash::hex).collect(Collectors.joining(" "));
    }

    /** What the front page shows of the torrents below it: all of a few, else those of which it is known that they are new. */
    private List<View.TorrentRow> highlights(Directory directory) {
        if (!directory.path().isEmpty() || catalogue.torrents().equals(directory.torrents())) {
            return List.of();
        }
        return catalogue.torrents().stream()
                .filter(torrent -> isSmall() || torrent.added().isPresent())
                .sorted(newestFirst())
                .limit(HIGHLIGHTS)
                .map(torrent -> row(directory.output(), torrent))
                .toList();
    }

    private boolean isSmall() {
        return catalogue.torrents().size() <= HIGHLIGHTS;
    }

    /** Those added last come first, then those of which it is not known; ties by path. */
    static Comparator<CatalogueTorrent> newestFirst() {
        return Comparator.comparing(
                        (CatalogueTorrent torrent) -> torrent.added().orElse(Instant.MIN), Comparator.reverseOrder())
                .thenComparing(CatalogueTorrent::path);
    }

    private static View.CopyRow copy(String from, SourceFile copy) {
        return new View.CopyRow(copy.name(), WebPath.relative(from, copy.path()), View.Size.of(copy.size()));
    }
}
