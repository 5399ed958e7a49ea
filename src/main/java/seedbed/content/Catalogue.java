package seedbed.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the authors' tree means: everything that is to be published, each list ordered by path. */
public final class Catalogue {

    private final Optional<Commit> commit;
    private final List<Page> pages;
    private final List<CatalogueTorrent> torrents;
    private final List<SourceFile> copies;
    private final List<Directory> directories;
    private final SortedMap<String, String> outputs;
    private final List<RemovedTorrent> removed;

    Catalogue(
            Optional<Commit> commit,
            List<Page> pages,
            List<CatalogueTorrent> torrents,
            List<SourceFile> copies,
            List<Directory> directories,
            SortedMap<String, String> outputs,
            List<RemovedTorrent> removed) {
        this.commit = commit;
        this.pages = List.copyOf(pages);
        this.torrents = List.copyOf(torrents);
        this.copies = List.copyOf(copies);
        this.directories = List.copyOf(directories);
        this.outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        this.removed = List.copyOf(removed);
    }

    /** The same, with those of the former torrents whose pages' places nothing else has taken. */
    public Catalogue remembering(Collection<RemovedTorrent> former) {
        List<RemovedTorrent> gone = former.stream()
                .filter(torrent -> isFree(torrent.page()))
                .sorted(Comparator.comparing(RemovedTorrent::path))
                .toList();
        return new Catalogue(commit, pages, torrents, copies, directories, outputs, gone);
    }

    private boolean isFree(String page) {
        boolean isDirectory =
                directories.stream().anyMatch(directory -> directory.path().equals(page));
        boolean isBelowFile = false;
        for (String above = TreePath.directory(page); !above.isEmpty(); above = TreePath.directory(above)) {
            isBelowFile |= outputs.containsKey(above);
        }
        return !isDirectory && !isBelowFile && !outputs.containsKey(page);
    }

    /** Empty when the tree is a plain directory. */
    public Optional<Commit> commit() {
        return commit;
    }

    /** Texts with a page of their own: neither introductions of directories nor descriptions of torrents. */
    public List<Page> pages() {
        return pages;
    }

    public List<CatalogueTorrent> torrents() {
        return torrents;
    }

    /** Torrents of earlier releases, each of which keeps a page that says so until something else is published there. */
    public List<RemovedTorrent> removed() {
        return removed;
    }

    /** Images, checksums and signatures, which are published as they are. */
    public List<SourceFile> copies() {
        return copies;
    }

    /** Those of the copies that are images. */
    public List<SourceFile> images() {
        return copies.stream()
                .filter(copy -> FileKind.of(copy.path()) == FileKind.IMAGE)
                .toList();
    }

    /** Every directory with something published, the root first and always there. */
    public List<Directory> directories() {
        return directories;
    }

    /** The root, from which all other directories can be reached. */
    public Directory root() {
        return directories.get(0);
    }

    /**
     * Which source each path of the webroot comes from (a directory's listing from its introduction, or else from the
     * directory, written {@code a/}). The server's own files and the site's feed and assets are not among them.
     */
    public SortedMap<String, String> outputs() {
        return outputs;
    }
}
