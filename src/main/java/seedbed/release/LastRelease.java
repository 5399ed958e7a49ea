package seedbed.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Keeps the release that was read or placed last: to read the manifest of a large one takes a tenth of a publication. */
final class LastRelease {

    private record Seen(Release release, Stamp manifest) {}

    /** By which it is noticed that somebody has changed a manifest or put another in its place. */
    private record Stamp(@Nullable Object file, FileTime modified, long size) {

        static Stamp of(Path directory) throws IOException {
            BasicFileAttributes found =
                    Files.readAttributes(directory.resolve(Release.MANIFEST), BasicFileAttributes.class);
            return new Stamp(found.fileKey(), found.lastModifiedTime(), found.size());
        }
    }

    private volatile @Nullable Seen last;

    /**
     * The release in this directory.
     *
     * @throws IOException if its manifest is missing, cut off or malformed
     */
    Release in(Path directory) throws IOException {
        Stamp stamp = Stamp.of(directory);
        Seen known = last;
        if (known != null
                && known.release().directory().equals(directory)
                && known.manifest().equals(stamp)) {
            return known.release();
        }
        Release release = Release.read(directory);
        last = new Seen(release, stamp);
        return release;
    }

    /** Takes a release whose manifest was just written. */
    void keep(Release release) throws IOException {
        last = new Seen(release, Stamp.of(release.directory()));
    }
}
