package seedbed.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import seedbed.torrent.Torrent;
import seedbed.torrent.TorrentFile;

/**
 * Checksum lists and signatures, by the paths they speak of. A file {@code x.sha256}, {@code x.asc} or {@code x.sig}
 * speaks of {@code x}; a checksum list of all names in it; the signature of a list of what the list speaks of.
 */
final class Attestations {

    /** A line of sha256sum, plain or with {@code --tag}. */
    private static final Pattern LINE =
            Pattern.compile("[0-9a-fA-F]{64} [ *](?<name>.+)|SHA256 \\((?<tagged>.+)\\) = [0-9a-fA-F]{64}");

    private final Map<String, SortedSet<SourceFile>> speakers = new HashMap<>();

    /**
     * Reads the checksum lists among the files.
     *
     * @param files checksum lists and signatures
     * @param problems takes what could not be read
     */
    Attestations(Collection<SourceFile> files, Collection<Problem> problems) {
        Map<String, Set<String>> lists = new HashMap<>();
        for (SourceFile file : files) {
            if (FileKind.of(file.path()) == FileKind.CHECKSUMS) {
                lists.put(file.path(), namesIn(file, problems));
            }
        }
        for (SourceFile file : files) {
            String subject = TreePath.stem(file.path());
            Stream.of(Set.of(subject), namesOf(lists, file.path()), namesOf(lists, subject))
                    .flatMap(Set::stream)
                    .forEach(path -> speakersOf(path).add(file));
        }
    }

    /** The files that name the torrent file, what it contains, or one of the files in it. */
    List<SourceFile> of(String path, Torrent torrent) {
        if (speakers.isEmpty()) {
            return List.of();
        }
        String directory = TreePath.directory(path);
        String content = TreePath.in(directory, torrent.name());
        SortedSet<SourceFile> found = inOrder();
        Stream.of(path, TreePath.stem(path), content).forEach(name -> addSpeakers(name, found));
        if (torrent.multiFile()) {
            for (TorrentFile file : torrent.files()) {
                String inside = String.join("/", file.path());
                addSpeakers(TreePath.in(content, inside), found);
                addSpeakers(TreePath.in(directory, inside), found);
            }
        }
        return List.copyOf(found);
    }

    private void addSpeakers(String name, SortedSet<SourceFile> found) {
        found.addAll(speakers.getOrDefault(name, inOrder()));
    }

    private SortedSet<SourceFile> speakersOf(String path) {
        return speakers.computeIfAbsent(path, unknown -> inOrder());
    }

    private static Set<String> namesOf(Map<String, Set<String>> lists, String path) {
        return lists.getOrDefault(path, Set.of());
    }

    private static Set<String> namesIn(SourceFile list, Collection<Problem> problems) {
        Set<String> names = new TreeSet<>();
        try {
            String text = new String(list.bytes(), StandardCharsets.UTF_8);
            text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
                String name = line.group("name") != null ? line.group("name") : line.group("tagged");
                String inTree = name.startsWith("./") ? name.substring(2) : name;
                names.add(TreePath.in(TreePath.directory(list.path()), inTree));
            });
        } catch (IOException e) {
            problems.add(Problem.error(list.path(), String.valueOf(e.getMessage())));
        }
        return names;
    }

    private static SortedSet<SourceFile> inOrder() {
        return new TreeSet<>(Comparator.comparing(SourceFile::path));
    }
}
