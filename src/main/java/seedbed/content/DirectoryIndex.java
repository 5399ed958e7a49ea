package seedbed.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts what is published into directories. */
final class DirectoryIndex {

    private static final class Shelf {
        private @Nullable Page introduction;
        private final Deque<Directory> directories = new ArrayDeque<>();
        private final List<Page> pages = new ArrayList<>();
        private final List<CatalogueTorrent> torrents = new ArrayList<>();
        private final List<SourceFile> copies = new ArrayList<>();

        private Directory directory(String path) {
            return new Directory(
                    path, Optional.ofNullable(introduction), List.copyOf(directories), pages, torrents, copies);
        }
    }

    private final NavigableMap<String, Shelf> shelves = new TreeMap<>();

    DirectoryIndex() {
        shelves.put("", new Shelf());
    }

    void introduce(Page introduction) {
        Shelf shelf = shelf(introduction.source());
        // Of index.txt and Index.txt, which clash, the first stays.
        shelf.introduction = shelf.introduction == null ? introduction : shelf.introduction;
    }

    void add(Page page) {
        shelf(page.source()).pages.add(page);
    }

    void add(CatalogueTorrent torrent) {
        shelf(torrent.path()).torrents.add(torrent);
    }

    void add(SourceFile copy) {
        shelf(copy.path()).copies.add(copy);
    }

    /** All directories, the root first. */
    List<Directory> directories() {
        Deque<Directory> directories = new ArrayDeque<>();
        // A path sorts before everything inside it, so backwards each directory comes after its children.
        shelves.descendingMap().forEach((path, shelf) -> {
            Directory directory = shelf.directory(path);
            directories.addFirst(directory);
            if (!path.isEmpty()) {
                shelf(path).directories.addFirst(directory);
            }
        });
        return List.copyOf(directories);
    }

    private Shelf shelf(String path) {
        return shelfOf(TreePath.directory(path));
    }

    private Shelf shelfOf(String directory) {
        @Nullable Shelf known = shelves.get(directory);
        if (known != null) {
            return known;
        }
        shelf(directory);
        Shelf added = new Shelf();
        shelves.put(directory, added);
        return added;
    }
}
