package seedbed.content;

import java.io.IOException;

/** Where the authors' tree comes from. */
@FunctionalInterface
public interface ContentSource {

    /**
     * The tree as it is now; to be closed by the caller.
     *
     * @throws ContentUnavailableException if there is no such directory, repository or commit
     * @throws IOException if the tree as a whole cannot be read; a single unreadable file is a {@link Problem} instead
     */
    ContentReading read() throws IOException;
}
