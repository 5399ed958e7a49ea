package seedbed.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import seedbed.content.Problem;

/** The operator's own look: files in {@code templates/} and {@code assets/} of a directory win over ours of that name. */
final class Theme {

    private final Optional<Path> directory;

    /** The theme in that directory, or none. */
    Theme(Optional<Path> directory) {
        this.directory = directory;
    }

    /** Where the theme's templates are; empty if it has none. */
    Optional<Path> templates() {
        return folder("templates");
    }

    /** Assets by their paths, whether they stand in for ours or come in addition. */
    Map<String, byte[]> assets() throws IOException {
        Map<String, byte[]> assets = new TreeMap<>();
        Optional<Path> folder = folder("assets");
        if (folder.isPresent()) {
            for (Path file : files(folder.get())) {
                assets.put(name(folder.get(), file), Files.readAllBytes(file));
            }
        }
        return assets;
    }

    /** Names of the templates, as they stand below their folder. */
    List<String> templateNames() throws IOException {
        Optional<Path> folder = templates();
        return folder.isEmpty()
                ? List.of()
                : files(folder.get()).stream()
                        .map(file -> name(folder.get(), file))
                        .toList();
    }

    /** The file of a template, for those who have to mend it; empty if the template is ours. */
    Optional<Path> file(String template) {
        return templates().map(folder -> folder.resolve(template)).filter(Files::isRegularFile);
    }

    /** What is wrong with the directory as such. */
    Optional<Problem> fault() {
        return directory
                .filter(path -> !Files.isDirectory(path))
                .map(path -> Problem.error(
                        path.toString(), "site.theme.dir: expected a directory with templates/ and assets/ in it"));
    }

    private Optional<Path> folder(String name) {
        return directory.map(path -> path.resolve(name)).filter(Files::isDirectory);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    // Editors leave such files behind.
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
