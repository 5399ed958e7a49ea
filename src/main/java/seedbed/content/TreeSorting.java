package seedbed.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import seedbed.torrent.TorrentReading;

/** Takes the files of one tree, and sorts them by what they are published as. */
final class TreeSorting {

    private final List<Page> texts = new ArrayList<>();
    private final TorrentShelf torrents = new TorrentShelf();
    private final List<SourceFile> copies = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private TreeSorting() {}

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

    /** What was found out about a file, to be noted where it belongs. */
    private interface Finding {
        void note(TreeSorting sorting);
    }

    /** Looks into all files, on all cores, and sorts them in the order in which they come. */
    static TreeSorting of(Collection<SourceFile> files, KnownFiles known, Consumer<SourceFile> done) {
        TreeSorting sorting = new TreeSorting();
        List<Finding> findings = files.parallelStream()
                .map(file -> {
                    Finding finding = look(file, known);
                    done.accept(file);
                    return finding;
                })
                .toList();
        findings.forEach(finding -> finding.note(sorting));
        return sorting;
    }

    private static Finding look(SourceFile file, KnownFiles known) {
        FileKind kind = FileKind.of(file.path());
        if (kind == FileKind.OTHER) {
            return problem(
                    Problem.warning(
                            file.path(),
                            "is not published: it is neither a text (.txt), a torrent, an image, a checksum list nor a signature"));
        }
        if (!kind.takes(file.size())) {
            return problem(Problem.error(file.path(), "has " + file.size() + " bytes; " + kind.limit()));
        }
        try {
            return look(file, kind, known);
        } catch (IOException e) {
            return problem(Problem.error(file.path(), String.valueOf(e.getMessage())));
        }
    }

    private static Finding look(SourceFile file, FileKind kind, KnownFiles known) throws IOException {
        return switch (kind) {
            case TEXT -> text(file.path(), known.text(file));
            case TORRENT -> {
                TorrentReading reading = known.torrent(file);
                yield sorting -> sorting.torrents.take(file, reading);
            }
            default -> sorting -> sorting.copies.add(file);
        };
    }

    private static Finding text(String path, Utf8 text) {
        if (!text.isValid()) {
            String message = "is not UTF-8 text: the byte at offset " + text.offset() + " is not part of a character";
            return problem(Problem.error(path, text.line(), text.column(), message));
        }
        String output = isIntroduction(path) ? TreePath.in(TreePath.directory(path), "index.html") : pageOf(path);
        Page page = new Page(path, output, text.text());
        return sorting -> sorting.texts.add(page);
    }

    private static Finding problem(Problem problem) {
        return sorting -> sorting.problems.add(problem);
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
