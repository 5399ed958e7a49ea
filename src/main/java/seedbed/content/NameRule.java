package seedbed.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Which names of files and directories can be published. */
final class NameRule {

    /** Long enough for every real tree, and short enough to leave room for the release's own path within PATH_MAX. */
    private static final int LONGEST_PATH = 1024;

    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    private NameRule() {}

    /** Hidden files are the authors' own business: {@code .git}, {@code .gitignore}, editors' leftovers. */
    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** What is wrong with a path, or nothing. */
    static Optional<String> fault(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (isControl(path.charAt(i))) {
                return Optional.of("the name contains the control character " + written(path.charAt(i))
                        + "; names must be plain text on one line");
            }
        }
        if (path.indexOf('\uFFFD') >= 0) {
            return Optional.of(
                    "the name is not valid UTF-8, or the server does not run in a UTF-8 locale" + " (LC_ALL=C.UTF-8)");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("the name contains a backslash, which browsers take for a /");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return Optional.of("the path is longer than " + LONGEST_PATH + " bytes");
        }
        return Optional.empty();
    }

    /** The path as it can stand in a one-line message. */
    static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (isControl(c)) {
                shown.append('<').append(written(c)).append('>');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    // Line and paragraph separators are not control characters to Unicode, but they end a line all the same.
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    private static String written(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
