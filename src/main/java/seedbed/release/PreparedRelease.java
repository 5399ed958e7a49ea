package seedbed.release;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import seedbed.site.OnAllCores;

/**
 * A directory with every file of the current release, linked after a publication, when nobody waits: the next release is
 * that directory with few files replaced, not a new one with as many links as there are files. No file in it is ever
 * written to, since the current release has the same one.
 */
record PreparedRelease(Path directory) {

    /** Whether it was made of the release in this directory: they share the very manifest, as no two others do. */
    boolean isOf(Path release) throws IOException {
        try {
            return Files.isSameFile(directory.resolve(Release.MANIFEST), release.resolve(Release.MANIFEST));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Makes one of a directory that is empty, or holds a release that nobody needs any more: of that everything stays
     * that the two have in common.
     *
     * @throws IOException if the release lacks a file, or the file system has no more links
     */
    static void make(Path directory, Release release) throws IOException {
        Set<String> directories = directories(release.manifest().files().keySet());
        Set<String> kept = keepWhatIsShared(directory, release, directories);
        for (String wanted : directories) {
            PublicFiles.createDirectories(directory.resolve(wanted));
        }
        OnAllCores.forEach(release.manifest().files().keySet(), path -> {
            if (!kept.contains(path)) {
                Files.createLink(directory.resolve(path), release.directory().resolve(path));
            }
        });
        Files.createLink(
                directory.resolve(Release.MANIFEST), release.directory().resolve(Release.MANIFEST));
        for (String made : directories) {
            DiskSync.sync(directory.resolve(made));
        }
        DiskSync.sync(directory);
    }

    /** Those that hold files, those above them, and the areas, which are there even if they are empty. */
    private static Set<String> directories(Set<String> files) {
        Set<String> directories = new TreeSet<>();
        for (Area area : Area.values()) {
            directories.add(Release.directoryOf(area.path("")));
        }
        for (String file : files) {
            String above = Release.directoryOf(file);
            while (!above.isEmpty() && directories.add(above)) {
                above = Release.directoryOf(above);
            }
        }
        return directories;
    }

    /** Removes everything but the files that are those of the release, and tells their paths. */
    private static Set<String> keepWhatIsShared(Path directory, Release release, Set<String> directories)
            throws IOException {
        Set<String> kept = new HashSet<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = directory.relativize(file).toString();
                boolean isShared = release.manifest().files().containsKey(path)
                        && isSame(attributes, release.directory().resolve(path));
                if (isShared) {
                    kept.add(path);
                } else {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                super.postVisitDirectory(visited, failure);
                if (!visited.equals(directory)
                        && !directories.contains(directory.relativize(visited).toString())) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return kept;
    }

    private static boolean isSame(BasicFileAttributes attributes, Path file) throws IOException {
        Object key = attributes.fileKey();
        return key != null
                && key.equals(
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    /**
     * Becomes a release that is being built, with all that it shares with the one before and all that is new in it.
     *
     * @param building what is new, the manifest aside; afterwards the release
     * @param release it was made of
     * @param unchanged paths of the files that stay
     */
    void becomes(Path building, Release release, Set<String> unchanged) throws IOException {
        // Renamed first: who finds it half changed must not take it for the release it was made of.
        Path base = building.resolveSibling(building.getFileName() + "-base");
        Files.move(directory, base, StandardCopyOption.ATOMIC_MOVE);
        List<String> leaving = new ArrayList<>();
        for (String path : release.manifest().files().keySet()) {
            if (!unchanged.contains(path)) {
                leaving.add(path);
            }
        }
        Files.delete(base.resolve(Release.MANIFEST));
        remove(base, leaving);
        moveAll(building, base);
        Files.move(base, building, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes files, and the directories that are empty then: in the new release a file may have the name of one. */
    private static void remove(Path base, List<String> paths) throws IOException {
        TreeSet<String> above = new TreeSet<>();
        for (String path : paths) {
            Files.deleteIfExists(base.resolve(path));
            above.add(Release.directoryOf(path));
        }
        while (!above.isEmpty()) {
            // The last in this order has nothing below it.
            String directory = requireNonNull(above.pollLast());
            if (directory.indexOf('/') >= 0 && deletedIfEmpty(base.resolve(directory))) {
                above.add(Release.directoryOf(directory));
            }
        }
    }

    private static boolean deletedIfEmpty(Path directory) throws IOException {
        try {
            return Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException stays) {
            return false;
        }
    }

    private static void moveAll(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                PublicFiles.createDirectories(to.resolve(from.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.move(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                super.postVisitDirectory(visited, failure);
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
