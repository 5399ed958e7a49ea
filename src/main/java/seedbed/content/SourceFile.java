package seedbed.content;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One file of the authors' tree, its bytes still where they are.
 *
 * @param path relative to the tree's root, with {@code /}
 * @param added when the commit was made that introduced the path; empty in a plain directory, which does not know
 * @param size in bytes
 * @param version names the bytes, where the source has a name for them: the same name stands for the same bytes
 * @param content where the bytes come from
 */
public record SourceFile(String path, Optional<Instant> added, long size, Optional<String> version, Content content) {

    /** Gives the bytes of a file each time it is asked. */
    @FunctionalInterface
    public interface Content {
        /**
         * All bytes of the file.
         *
         * @throws IOException with a message for the authors if they cannot be read or are no longer those that were
         *     listed
         */
        byte[] read() throws IOException;
    }

    /** A file whose bytes are in memory. */
    public static SourceFile held(String path, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new SourceFile(path, Optional.empty(), copy.length, Optional.empty(), copy::clone);
    }

    /**
     * All bytes of the file, read anew.
     *
     * @throws IOException with a message for the authors if they cannot be read or are no longer those that were listed
     */
    public byte[] bytes() throws IOException {
        return content.read();
    }

    /** The last part of the path. */
    public String name() {
        return TreePath.name(path);
    }
}
