package seedbed.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes the files of one tree in order of their paths, and sorts them by what they are published as. */
final class TreeSorting {

    private final List<Page> texts = new ArrayList<>();
    private final TorrentShelf torrents = new TorrentShelf();
    private final List<SourceFile> copies = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    List<Page> texts() {
        return texts;
    }

    List<TorrentShelf.Shelved> torrents() {
        return torrents.torrents();
    }

    List<SourceFile> copies() {
        return copies;
    }

    /** The checksum lists and signatures among the copies. */
    List<SourceFile> attestations() {
        return copies.stream()
                .filter(copy -> FileKind.of(copy.path()) != FileKind.IMAGE)
                .toList();
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(torrents.problems());
        return all;
    }

    void add(SourceFile file) {
        FileKind kind = FileKind.of(file.path());
        if (kind == FileKind.OTHER) {
            problems.add(
                    Problem.warning(
                            file.path(),
                            "is not published: it is neither a text (.txt), a torrent, an image, a checksum list nor a signature"));
        } else if (!kind.takes(file.size())) {
            problems.add(Problem.error(file.path(), "has " + file.size() + " bytes; " + kind.limit()));
        } else {
            add(file, kind);
        }
    }

    private void add(SourceFile file, FileKind kind) {
        try {
            switch (kind) {
                case TEXT -> addText(file.path(), Utf8.decode(file.bytes()));
                case TORRENT -> torrents.take(file, file.bytes());
                default -> copies.add(file);
            }
        } catch (IOException e) {
            problems.add(Problem.error(file.path(), String.valueOf(e.getMessage())));
        }
    }

    private void addText(String path, Utf8 text) {
        if (text.isValid()) {
            String output = isIntroduction(path) ? TreePath.in(TreePath.directory(path), "index.html") : pageOf(path);
            texts.add(new Page(path, output, text.text()));
        } else {
            String message = "is not UTF-8 text: the byte at offset " + text.offset() + " is not part of a character";
            problems.add(Problem.error(path, text.line(), text.column(), message));
        }
    }

    /** Whether the text stands above the listing of its directory. */
    static boolean isIntroduction(String path) {
        return TreePath.name(path).equalsIgnoreCase("index.txt");
    }

    /** Where the page of a text or torrent goes. */
    static String pageOf(String path) {
        return TreePath.stem(path) + ".html";
    }
}
