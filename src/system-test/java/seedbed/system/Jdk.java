package seedbed.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The Javas that the product is run with. */
final class Jdk {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final String NEWEST = "25";

    private Jdk() {}

    /** The one that runs the tests. */
    static Path ofTheTests() {
        return Path.of(System.getProperty("java.home"), "bin/java");
    }

    /**
     * The newest one that we support.
     *
     * @throws IOException if it is not installed: what is said to be supported has to be tested
     */
    static Path newest() throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED)) {
            for (Path home : homes) {
                Path release = home.resolve("release");
                if (Files.exists(release) && Files.readString(release).contains("JAVA_VERSION=\"" + NEWEST)) {
                    return home.resolve("bin/java");
                }
            }
        }
        throw new IOException("the tests run Seedbed on Java " + NEWEST + " as well: expected it below " + INSTALLED);
    }

    /** Makes a command that runs the tests' Java one that runs this Java. */
    static UnaryOperator<List<String>> insteadOfTheTests(Path java) {
        return command -> {
            List<String> changed = new ArrayList<>(command);
            changed.set(0, java.toString());
            return changed;
        };
    }
}
