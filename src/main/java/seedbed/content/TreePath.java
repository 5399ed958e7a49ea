package seedbed.content;

/** Paths inside a tree: parts joined by {@code /}, none at the beginning or the end; the root is the empty path. */
final class TreePath {

    private TreePath() {}

    /** The directory that holds {@code path}; the root's is the root. */
    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The first part of {@code path}, which decides whether the server or the site answers for it. */
    static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    static String in(String directory, String name) {
        return directory.isEmpty() ? name : directory + '/' + name;
    }

    /** {@code path} without the last {@code .} of its name and what follows it. */
    static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') ? path : path.substring(0, dot);
    }
}
