package seedbed.content;

import java.util.Comparator;

/**
 * One complaint about the authors' tree: the only way in which content complains.
 *
 * @param path relative to the tree's root, with {@code /}; {@code .} where the tree or the publication as a whole is meant
 * @param line from 1; 0 where a warning means the file as a whole
 * @param column from 1 (for binary files: byte offset + 1); 0 where a warning means the file as a whole
 * @param severity errors stop a publication, warnings do not
 * @param message what is wrong and what was expected, in one line
 */
public record Problem(String path, int line, int column, Severity severity, String message)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::path)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::message);

    /** An error at a place in a file. */
    public static Problem error(String path, int line, int column, String message) {
        return new Problem(path, line, column, Severity.ERROR, message);
    }

    /** An error that concerns a file as a whole; editors jump to its beginning. */
    public static Problem error(String path, String message) {
        return error(path, 1, 1, message);
    }

    /** A warning that concerns a file as a whole. */
    public static Problem warning(String path, String message) {
        return new Problem(path, 0, 0, Severity.WARNING, message);
    }

    /** A warning at a place in a file. */
    public static Problem warning(String path, int line, int column, String message) {
        return new Problem(path, line, column, Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:col: severity: message}, or {@code path: severity: message} without a place. */
    @Override
    public String toString() {
        String place = line == 0 ? path : path + ':' + line + ':' + column;
        return place + ": " + severity.word() + ": " + message;
    }
}
