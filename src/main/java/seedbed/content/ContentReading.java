package seedbed.content;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * What a source gave: the files that can be used, and complaints about the others. To be closed once the files have been
 * read: those of a git commit come from an open repository.
 *
 * @param origin what is closed with this reading
 */
public record ContentReading(ContentTree tree, List<Problem> problems, Closeable origin) implements Closeable {

    public ContentReading {
        problems = List.copyOf(problems);
    }

    /** A reading that holds nothing open. */
    public ContentReading(ContentTree tree, List<Problem> problems) {
        this(tree, problems, () -> {});
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }
}
