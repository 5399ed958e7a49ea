package seedbed.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import seedbed.site.FileContent;
import seedbed.site.OnAllCores;
import seedbed.site.OutputSink;

/**
 * Writes a release aside, from whichever thread a file comes. A file that the release before has with the same bytes
 * becomes a hard link to that one: it costs nothing, and keeps the inode and time from which front servers make ETags.
 */
final class ReleaseBuilder implements OutputSink {

    /** Files after which the disk is told to begin. */
    private static final int WRITTEN_TOGETHER = 8_000;

    private final Path directory;
    private final Optional<Release> previous;
    private final Fingerprints fingerprints;
    private final Set<String> unchanged = ConcurrentHashMap.newKeySet();
    private final List<Path> written = Collections.synchronizedList(new ArrayList<>());
    /** What was written, by its SHA-256. */
    private final ConcurrentMap<String, Path> twins = new ConcurrentHashMap<>();

    /** By their paths inside the release. */
    private final Set<String> directories = ConcurrentHashMap.newKeySet();

    private volatile boolean repairs;

    ReleaseBuilder(Path directory, Optional<Release> previous, Fingerprints fingerprints) throws IOException {
        this.directory = directory;
        this.previous = previous;
        this.fingerprints = fingerprints;
        // Also an empty area must be there: an rsync of a missing directory fails, and seed boxes would alarm.
        for (Area area : Area.values()) {
            createDirectories(Release.directoryOf(area.path("")));
        }
    }

    @Override
    public void put(String path, FileContent content) throws IOException {
        fingerprints.put(path, content);
        boolean isOld = wasThere(path, content.sha256());
        if (isOld && isIntact(path, content.bytes().length)) {
            // Linked at the end: most publications of an unchanged tree never come to it.
            unchanged.add(path);
        } else {
            writeOnce(path, content);
            if (isOld) {
                repairs = true;
            }
        }
    }

    @Override
    public boolean keeps(String path, String sha256, int length) throws IOException {
        boolean has = wasThere(path, sha256) && isIntact(path, length);
        if (has) {
            fingerprints.keeps(path, sha256, length);
            unchanged.add(path);
        }
        return has;
    }

    /** Visitors and seed boxes get the same two variants of a torrent: their second names cost no space. */
    private void writeOnce(String path, FileContent content) throws IOException {
        Path twin = twins.get(content.sha256());
        if (twin == null) {
            twins.put(content.sha256(), write(path, content.bytes()));
        } else {
            link(path, twin);
        }
    }

    /** Whether the release before has lost something that this one has again. */
    boolean repairs() {
        return repairs;
    }

    /**
     * Adds what did not change, and the manifest, and waits until all of it has reached the disk.
     *
     * @param prepared made of the release before
     */
    void finish(Manifest manifest, Optional<PreparedRelease> prepared, Tally tally) throws IOException {
        tally.expect(unchanged.size() + written.size() + directories.size());
        if (prepared.isPresent()) {
            prepared.get().becomes(directory, previous.orElseThrow(), unchanged);
        }
        OnAllCores.forEach(unchanged, path -> {
            if (prepared.isEmpty() || !Files.exists(place(path), LinkOption.NOFOLLOW_LINKS)) {
                link(path, old(path));
            }
            tally.add();
        });
        Path file = directory.resolve(Release.MANIFEST);
        PublicFiles.write(file, ManifestText.of(manifest));
        written.add(file);
        for (String made : directories) {
            written.add(resolve(made));
        }
        DiskSync.sync(directory, written, tally);
    }

    private Path resolve(String path) throws IOException {
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw new IOException("the server cannot write the name " + path + "; run it in a UTF-8 locale", e);
        }
    }

    private void createDirectories(String wanted) throws IOException {
        if (!directories.contains(wanted)) {
            PublicFiles.createDirectories(resolve(wanted));
            directories.add(wanted);
        }
    }

    private Path write(String path, byte[] bytes) throws IOException {
        Path target = place(path);
        PublicFiles.write(target, bytes);
        written.add(target);
        if (written.size() % WRITTEN_TOGETHER == 0) {
            DiskSync.begin(directory);
        }
        return target;
    }

    private void link(String path, Path twin) throws IOException {
        Path target = place(path);
        try {
            Files.createLink(target, twin);
        } catch (FileSystemException | UnsupportedOperationException e) {
            // The file system allows no more links, or none at all: a copy is as good, but for the inode.
            PublicFiles.write(target, Files.readAllBytes(twin));
            written.add(target);
        }
    }

    private Path place(String path) throws IOException {
        createDirectories(Release.directoryOf(path));
        return resolve(path);
    }

    /** Whether the release before had these bytes at this path. */
    private boolean wasThere(String path, String sha256) {
        return previous.isPresent()
                && sha256.equals(previous.get().manifest().files().get(path));
    }

    /** Guards against a file that a power failure or a hand has removed or cut off. */
    private boolean isIntact(String path, int size) {
        try {
            return Files.size(old(path)) == size;
        } catch (IOException e) {
            return false;
        }
    }

    private Path old(String path) {
        return previous.orElseThrow().directory().resolve(path);
    }
}
