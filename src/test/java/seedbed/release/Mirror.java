package seedbed.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import seedbed.content.ContentSource;
import seedbed.content.SampleTree;
import seedbed.site.SiteRenderer;

/** A publisher with all that it needs, in a temporary folder; its tree can be changed between publications. */
final class Mirror {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Duration GRACE = Duration.ofHours(3);

    private final Path directory;
    private final SampleTree tree = new SampleTree();
    private final MemoryWhitelist whitelist = new MemoryWhitelist();
    private SiteRenderer site = new PlainSite();

    Mirror(Path directory) {
        this.directory = directory;
    }

    SampleTree tree() {
        return tree;
    }

    MemoryWhitelist whitelist() {
        return whitelist;
    }

    void site(SiteRenderer other) {
        site = other;
    }

    Publisher publisher() {
        return publisher(step -> {});
    }

    /** A publisher of another mirror's tree. */
    Publisher publisher(SampleTree other) {
        return publisher(other, step -> {});
    }

    Publisher publisher(Consumer<Step> steps) {
        return publisher(tree, steps);
    }

    /** A publisher that remembers what it read, of a tree in commits; {@code reads} is told of each reading of a file. */
    Publisher publisherOfCommits(Consumer<String> reads) {
        return publisher(() -> tree.committed(reads), step -> {});
    }

    private Publisher publisher(SampleTree content, Consumer<Step> steps) {
        return publisher(content::reading, steps);
    }

    private Publisher publisher(ContentSource source, Consumer<Step> steps) {
        ReleaseContents contents = new ReleaseContents(site, List.of("http://seedbed.example.org/announce"));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Publisher(source, contents, directory, whitelist, GRACE, clock, steps);
    }

    PublicationReport publish() {
        PublicationReport report = publisher().publish(PublicationOptions.NORMAL, Progress.NONE);
        publisher().tidy();
        return report;
    }

    PublicationReport rehearse() {
        return publisher().publish(PublicationOptions.DRY_RUN, Progress.NONE);
    }

    Path current() {
        return directory.resolve("current");
    }

    /** The text of a file that visitors see. */
    String read(String path) {
        try {
            return Files.readString(current().resolve("webroot").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of the current release but its manifest, by path. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(current().toRealPath())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        current().toRealPath().relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.remove("manifest");
        return files;
    }

    /** The names in the directory of releases and beside it. */
    List<String> names(String relative) {
        try (Stream<Path> paths = Files.list(directory.resolve(relative))) {
            return paths.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
