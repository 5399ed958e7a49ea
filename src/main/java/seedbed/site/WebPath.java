package seedbed.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import seedbed.protocol.PercentEncoding;

/** Paths of the webroot as visitors' browsers write them. */
final class WebPath {

    static final String LISTING = "index.html";

    private WebPath() {}

    /** The directory of {@code path} with a slash at the end; empty for the root. */
    static String directory(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The last part of {@code path}. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last part of {@code path} without its ending. */
    static String stem(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** A listing is shown at its directory's address, so that there is one address for it. */
    static String visible(String output) {
        return name(output).equals(LISTING) ? directory(output) : output;
    }

    /** The reference from the page {@code from} to the file {@code to}, which holds wherever the webroot is put. */
    static String relative(String from, String to) {
        String base = directory(from);
        String target = visible(to);
        int common = 0;
        for (int slash = base.indexOf('/'); slash >= 0; slash = base.indexOf('/', slash + 1)) {
            if (!target.startsWith(base.substring(0, slash + 1))) {
                break;
            }
            common = slash + 1;
        }
        String up = "../".repeat((int)
                base.substring(common).chars().filter(c -> c == '/').count());
        String reference = up + PercentEncoding.ofPath(target.substring(common));
        return reference.isEmpty() ? "./" : reference;
    }

    /**
     * The path that {@code reference} means on the page {@code from}, without dots; a slash at the front means the
     * webroot.
     *
     * @return empty if it leads out of the webroot
     */
    static Optional<String> resolve(String from, String reference) {
        String joined = reference.startsWith("/") ? reference.substring(1) : directory(from) + reference;
        Deque<String> parts = new ArrayDeque<>();
        String[] segments = joined.split("/", -1);
        for (String segment : segments) {
            if (segment.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                parts.addLast(segment);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
