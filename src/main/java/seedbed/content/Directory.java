package seedbed.content;

import java.util.List;
import java.util.Optional;

/**
 * A directory that holds something published, itself or further below.
 *
 * @param path {@code a/b}; the root's is empty
 * @param introduction its {@code index.txt}
 * @param directories directly inside it, by path
 * @param pages directly inside it, without the introduction and the descriptions of torrents
 * @param torrents directly inside it
 * @param copies directly inside it: images, checksums and signatures
 */
public record Directory(
        String path,
        Optional<Page> introduction,
        List<Directory> directories,
        List<Page> pages,
        List<CatalogueTorrent> torrents,
        List<SourceFile> copies) {

    public Directory {
        directories = List.copyOf(directories);
        pages = List.copyOf(pages);
        torrents = List.copyOf(torrents);
        copies = List.copyOf(copies);
    }

    /** Path of its listing in the webroot: {@code a/b/index.html}. */
    public String output() {
        return TreePath.in(path, "index.html");
    }

    /** The last part of its path; empty for the root. */
    public String name() {
        return TreePath.name(path);
    }
}
