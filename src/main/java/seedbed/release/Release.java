package seedbed.release;

import java.io.IOException;
import java.nio.file.Path;

/** A complete release on disk. */
record Release(String id, Path directory, Manifest manifest) {

    /** The name of the file that tells what a release holds. */
    static final String MANIFEST = "manifest";

    /** The directory of a path inside a release; empty at the top. */
    static String directoryOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * The release in this directory.
     *
     * @throws IOException if its manifest is missing, cut off or malformed
     */
    static Release read(Path directory) throws IOException {
        Manifest manifest = ManifestText.read(directory.resolve(MANIFEST));
        return new Release(String.valueOf(directory.getFileName()), directory, manifest);
    }
}
