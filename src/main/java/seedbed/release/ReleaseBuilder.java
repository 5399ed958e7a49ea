package seedbed.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seedbed.site.OutputSink;

/**
 * Writes a release aside. A file that the release before has with the same bytes becomes a hard link to that one: it
 * costs nothing, and keeps the inode and time from which front servers make ETags.
 */
final class ReleaseBuilder implements OutputSink {

    private final Path directory;
    private final Optional<Release> previous;
    private final Fingerprints fingerprints;
    private final List<Path> written = new ArrayList<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    ReleaseBuilder(Path directory, Optional<Release> previous, Fingerprints fingerprints) throws IOException {
        this.directory = directory;
        this.previous = previous;
        this.fingerprints = fingerprints;
        // Also an empty area must be there: an rsync of a missing directory fails, and seed boxes would alarm.
        for (Area area : Area.values()) {
            createDirectories(directory.resolve(area.path("")));
        }
    }

    @Override
    public void put(String path, byte[] bytes) throws IOException {
        String hash = fingerprints.add(path, bytes);
        Path target = resolve(path);
        createDirectories(resolve(path.substring(0, path.lastIndexOf('/'))));
        if (!isLinked(path, hash, bytes.length, target)) {
            PublicFiles.write(target, bytes);
            written.add(target);
        }
    }

    /** Adds the manifest and waits until all that was written has reached the disk. */
    void finish(Manifest manifest) throws IOException {
        Path file = directory.resolve(Release.MANIFEST);
        PublicFiles.write(file, ManifestText.of(manifest));
        written.add(file);
        DiskSync.sync(written);
        DiskSync.sync(directories);
    }

    private Path resolve(String path) throws IOException {
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException("the server cannot write the name " + path + "; run it in a UTF-8 locale", e);
        }
    }

    private void createDirectories(Path wanted) throws IOException {
        if (directories.add(wanted)) {
            PublicFiles.createDirectories(wanted);
        }
    }

    private boolean isLinked(String path, String hash, int size, Path target) {
        if (previous.isEmpty() || !hash.equals(previous.get().manifest().files().get(path))) {
            return false;
        }
        Path equal = previous.get().directory().resolve(path);
        try {
            // The size guards against a file that a power failure or a hand has cut off.
            if (Files.size(equal) != size) {
                return false;
            }
            Files.createLink(target, equal);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            // Gone, or already with as many links as the file system allows: a copy is as good.
            return false;
        }
    }
}
