package seedbed.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A plain directory as the authors' tree. */
public final class DirectoryContent implements ContentSource {

    private final Path directory;

    public DirectoryContent(Path directory) {
        this.directory = directory;
    }

    @Override
    public ContentReading read() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new ContentUnavailableException("there is no directory " + directory + " to read the content from");
        }
        // The root itself may be a link, for an operator who swaps whole trees; nothing inside may.
        DirectoryWalk walk = new DirectoryWalk(directory.toRealPath());
        Files.walkFileTree(walk.root(), walk);
        return new ContentReading(new ContentTree(Optional.empty(), walk.files()), walk.problems());
    }
}
