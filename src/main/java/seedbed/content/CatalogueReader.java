package seedbed.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds out what a tree means, and everything that is wrong with it: it does not stop at the first problem. Remembers what
 * it read, so that of a tree that changed a little only that is read again.
 */
public final class CatalogueReader {

    private volatile KnownFiles known = KnownFiles.none();

    /** The catalogue of a tree, with the problems that its source found and those of the files' contents. */
    public CatalogueReading read(ContentReading reading) {
        return read(reading, file -> {});
    }

    /** The same, telling {@code done} of each file that has been looked at, from several threads. */
    public CatalogueReading read(ContentReading reading, Consumer<SourceFile> done) {
        List<Problem> problems = new ArrayList<>(reading.problems());
        KnownFiles files = known.next();
        TreeSorting sorting = TreeSorting.of(reading.tree().files().values(), files, done);
        known = files;
        problems.addAll(sorting.problems());

        List<CatalogueTorrent> torrents = describe(sorting, problems);
        List<Page> pages = ownPages(sorting.texts(), torrents);
        List<Directory> directories = directories(sorting, pages, torrents);

        Claims claims = new Claims(directories.stream().map(Directory::path).collect(Collectors.toSet()));
        claimListings(claims, sorting, directories);
        pages.forEach(page -> claim(claims, page));
        sorting.copies().forEach(copy -> claims.claim(copy.path(), copy.path()));
        torrents.forEach(torrent -> claim(claims, torrent));
        problems.addAll(claims.problems());
        Catalogue catalogue = new Catalogue(
                reading.tree().commit(), pages, torrents, sorting.copies(), directories, claims.sources(), List.of());
        return new CatalogueReading(catalogue, problems);
    }

    private static List<CatalogueTorrent> describe(TreeSorting sorting, List<Problem> problems) {
        Attestations attestations = new Attestations(sorting.attestations(), problems);
        Map<String, Page> descriptions = new HashMap<>();
        for (Page text : sorting.texts()) {
            // Of c.txt and c.TXT the first is the description; the other then clashes with the torrent's page.
            if (!isIntroduction(text)) {
                descriptions.putIfAbsent(text.output(), text);
            }
        }
        List<CatalogueTorrent> torrents = new ArrayList<>();
        for (TorrentShelf.Shelved shelved : sorting.torrents()) {
            SourceFile file = shelved.file();
            String page = TreeSorting.pageOf(file.path());
            Optional<Page> description = Optional.ofNullable(descriptions.get(page));
            torrents.add(new CatalogueTorrent(
                    file,
                    page,
                    shelved.torrent(),
                    description.map(Supersession::without),
                    description.flatMap(Supersession::in),
                    attestations.of(file.path(), shelved.torrent())));
        }
        return torrents;
    }

    private static List<Page> ownPages(List<Page> texts, List<CatalogueTorrent> torrents) {
        Set<String> descriptions = torrents.stream()
                .flatMap(torrent -> torrent.description().stream())
                .map(Page::source)
                .collect(Collectors.toSet());
        return texts.stream()
                .filter(text -> !isIntroduction(text) && !descriptions.contains(text.source()))
                .toList();
    }

    private static List<Directory> directories(TreeSorting sorting, List<Page> pages, List<CatalogueTorrent> torrents) {
        DirectoryIndex index = new DirectoryIndex();
        sorting.texts().stream().filter(CatalogueReader::isIntroduction).forEach(index::introduce);
        pages.forEach(index::add);
        torrents.forEach(index::add);
        sorting.copies().forEach(index::add);
        return index.directories();
    }

    private static void claimListings(Claims claims, TreeSorting sorting, List<Directory> directories) {
        // Listings come first, so that a clash is reported where its cause is, not at the directory.
        sorting.texts().stream().filter(CatalogueReader::isIntroduction).forEach(text -> claim(claims, text));
        directories.stream()
                .filter(directory -> directory.introduction().isEmpty())
                .forEach(directory -> claims.claim(directory.path() + '/', directory.output()));
    }

    private static void claim(Claims claims, Page page) {
        claims.claim(page.source(), page.output());
    }

    private static void claim(Claims claims, CatalogueTorrent torrent) {
        claims.claim(torrent.path(), torrent.path());
        claims.claim(torrent.path(), torrent.page());
        claims.claim(torrent.path(), torrent.campusPath());
    }

    private static boolean isIntroduction(Page text) {
        return TreeSorting.isIntroduction(text.source());
    }
}
