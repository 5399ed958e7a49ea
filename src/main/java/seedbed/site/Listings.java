package seedbed.site;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What decides how a listing looks. */
    private record Essentials(View.Listing rest, List<Record> torrents, List<Record> highlights) {}

    void put(Directory directory, PageSink sink) throws IOException {
        String output = directory.output();
        List<CatalogueTorrent> highlights = highlights(directory);
        View.Listing rest = withoutTorrents(directory);
        Essentials essentials =
                new Essentials(rest, essentials(output, directory.torrents()), essentials(output, highlights));
        sink.put(
                output,
                essentials,
                () -> rest.withTorrents(rows(output, directory.torrents()), rows(output, highlights)));
    }

    private View.Listing withoutTorrents(Directory directory) {
        String output = directory.output();
        return new View.Listing(
                frames.of(output),
                texts.body(directory.introduction()),
                directory.directories().stream()
                        .map(child -> section(output, child))
                        .toList(),
                List.of(),
                isSmall() ? "All torrents" : "New here",
                List.of(),
                directory.pages().stream()
                        .map(page -> map.target(output, page.output()))
                        .toList(),
                directory.copies().stream().map(copy -> copy(output, copy)).toList(),
                all());
    }

    private List<View.TorrentRow> rows(String from, List<CatalogueTorrent> torrents) {
        return torrents.stream().map(torrent -> row(from, torrent)).toList();
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

    private List<Record> essentials(String from, List<CatalogueTorrent> torrents) {
        return torrents.stream().map(torrent -> essentials(from, torrent)).toList();
    }

    /** What decides how a torrent's row looks, where the bytes of the torrent have a name. */
    private record RowEssentials(String version, String path, String title, String summary, Optional<Instant> added) {}

    /** A record that decides how the row of a torrent looks; seldom the row itself, which takes longer to make. */
    Record essentials(String from, CatalogueTorrent torrent) {
        Optional<String> version = torrent.file().version();
        return version.isEmpty()
                ? row(from, torrent)
                : new RowEssentials(
                        version.get(),
                        torrent.path(),
                        map.title(torrent.page()),
                        map.summary(torrent.page()),
                        torrent.added());
    }

    static String swarms(CatalogueTorrent torrent) {
        return torrent.torrent().swarmHashes().stream().map(InfoHash::hex).collect(Collectors.joining(" "));
    }

    /** What the front page shows of the torrents below it: all of a few, else those of which it is known that they are new. */
    private List<CatalogueTorrent> highlights(Directory directory) {
        if (!directory.path().isEmpty() || catalogue.torrents().equals(directory.torrents())) {
            return List.of();
        }
        return catalogue.torrents().stream()
                .filter(torrent -> isSmall() || torrent.added().isPresent())
                .sorted(newestFirst())
                .limit(HIGHLIGHTS)
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
