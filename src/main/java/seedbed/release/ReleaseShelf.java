package seedbed.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kept releases, {@code releases/000042/{webroot,rsync,origin,manifest}}, the link through which everybody reads,
 * {@code current -> releases/000042}, and what the next one is made of, {@code prepared-000042}.
 */
final class ReleaseShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseShelf.class);

    private static final Pattern ID = Pattern.compile("[0-9]{6,9}");
    private static final int KEPT = 5;
    private static final String BUILDING = "building-";
    private static final String REMOVING = "removing-";
    private static final String PREPARING = "preparing-";
    private static final String PREPARED = "prepared-";

    private final Path directory;
    private final Path releases;
    private final Path current;
    /** Where a link is made that is to become {@code current}; left over by who was killed in between. */
    private final Path next;

    private final LastRelease last = new LastRelease();

    ReleaseShelf(Path directory) {
        this.directory = directory;
        this.releases = directory.resolve("releases");
        this.current = directory.resolve("current");
        this.next = directory.resolve("current-next");
    }

    /** Makes the directories, and removes what earlier publications left behind, whether they ended or were killed. */
    void prepare() throws IOException {
        PublicFiles.createDirectories(releases);
        clear();
    }

    private void clear() throws IOException {
        Files.deleteIfExists(next);
        for (Path leftover : beside(BUILDING, REMOVING, PREPARING, PREPARED)) {
            if (!isPrepared(leftover)) {
                PathUtils.deleteDirectory(leftover);
            }
        }
    }

    private List<Path> beside(String... prefixes) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Stream.of(prefixes).anyMatch(name(entry)::startsWith))
                    .toList();
        }
    }

    /** Whether this is what was prepared for the release after the current one. */
    private boolean isPrepared(Path place) throws IOException {
        return name(place).equals(PREPARED + currentId()) && new PreparedRelease(place).isOf(current);
    }

    /** What was prepared for the release after this one. */
    Optional<PreparedRelease> prepared(Release release) throws IOException {
        PreparedRelease prepared = new PreparedRelease(directory.resolve(PREPARED + release.id()));
        return prepared.isOf(release.directory()) ? Optional.of(prepared) : Optional.empty();
    }

    /** The release that visitors see; empty before the first one, or if the link leads nowhere. */
    Optional<Release> current() throws IOException {
        return Files.isDirectory(current) ? Optional.of(last.in(current.toRealPath())) : Optional.empty();
    }

    /** The release with this number, if it is kept. */
    Optional<Release> find(String id) throws IOException {
        for (Path path : paths()) {
            if (name(path).equals(id)) {
                return Optional.of(Release.read(path));
            }
        }
        return Optional.empty();
    }

    /** All that are kept and readable, the oldest first. */
    List<ReleaseInfo> all() throws IOException {
        String reading = currentId();
        List<ReleaseInfo> all = new ArrayList<>();
        for (Path path : paths()) {
            try {
                ManifestHead head = ManifestText.readHead(path.resolve(Release.MANIFEST));
                all.add(ReleaseInfo.of(name(path), head, name(path).equals(reading)));
            } catch (IOException e) {
                LOG.warn("Release {} cannot be read: {}", path, e.toString());
            }
        }
        return all;
    }

    /** An empty place beside the releases where the next one can be built. */
    Path startBuilding() throws IOException {
        List<Path> kept = paths();
        int last = kept.isEmpty() ? 0 : Integer.parseInt(name(kept.get(kept.size() - 1)));
        Path building = directory.resolve(BUILDING + String.format(Locale.ROOT, "%06d", last + 1));
        PublicFiles.createDirectories(building);
        return building;
    }

    /**
     * Puts what was built among the releases, whole, and tells its number.
     *
     * @param manifest that was written into it
     */
    String place(Path building, Manifest manifest) throws IOException {
        String id = name(building).substring(BUILDING.length());
        Path placed = releases.resolve(id);
        Files.move(building, placed, StandardCopyOption.ATOMIC_MOVE);
        DiskSync.sync(releases);
        last.keep(new Release(id, placed.toRealPath(), manifest));
        return id;
    }

    /** From here on, whoever opens a path through {@code current} reads the release with this number. */
    void makeCurrent(String id) throws IOException {
        // The one way to replace a link without a moment in which there is none is to rename another over it.
        Files.createSymbolicLink(next, directory.relativize(releases).resolve(id));
        Files.move(next, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DiskSync.sync(directory);
    }

    /**
     * Removes what nobody reads, and the oldest releases until few are kept, but never the current one. Prepares what the
     * next release can be made of, out of one that is removed if there is one: nearly all of it is the same.
     */
    void tidy() throws IOException {
        clear();
        String reading = currentId();
        List<Path> kept = new ArrayList<>(paths());
        kept.removeIf(path -> name(path).equals(reading));
        for (Path old : kept.subList(0, Math.max(0, kept.size() - (KEPT - 1)))) {
            // Renamed first: a release that is only half there must not be among the kept ones.
            Files.move(old, directory.resolve(REMOVING + name(old)), StandardCopyOption.ATOMIC_MOVE);
        }
        prepareNext();
        clear();
    }

    private void prepareNext() {
        try {
            Optional<Release> release = current();
            if (release.isPresent() && prepared(release.get()).isEmpty()) {
                prepareAfter(release.get());
            }
        } catch (IOException | UnsupportedOperationException e) {
            // The next publication does without, and tells what is wrong if that is wrong for it, too.
            LOG.debug("Nothing was prepared for the next release", e);
        }
    }

    private void prepareAfter(Release release) throws IOException {
        Path preparing = directory.resolve(PREPARING + release.id());
        Optional<Path> used = beside(REMOVING).stream().findFirst();
        if (used.isPresent()) {
            Files.move(used.get(), preparing, StandardCopyOption.ATOMIC_MOVE);
        } else {
            PublicFiles.createDirectories(preparing);
        }
        PreparedRelease.make(preparing, release);
        Files.move(preparing, directory.resolve(PREPARED + release.id()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The empty string if there is none. */
    private String currentId() throws IOException {
        return Files.isDirectory(current) ? name(current.toRealPath()) : "";
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> entries = Files.list(releases)) {
            return entries.filter(entry -> ID.matcher(name(entry)).matches())
                    .sorted(Comparator.comparingInt(entry -> Integer.parseInt(name(entry))))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
