package seedbed.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives the headings of one text, taken in order, the names by which links reach them. */
final class HeadingAnchors {

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** {@code Getting a client!} becomes {@code getting-a-client}; the second of that name {@code getting-a-client-1}. */
    String next(String heading) {
        String name = slug(heading);
        if (taken.add(name)) {
            return name;
        }
        // A loop, since a text may also have headings that are called like the numbered ones.
        String numbered;
        do {
            numbered = name + '-' + repeats.merge(name, 1, Integer::sum);
        } while (!taken.add(numbered));
        return numbered;
    }

    /** Never starts with an underscore, as the names do that the templates give. */
    private static String slug(String heading) {
        StringBuilder slug = new StringBuilder(heading.length());
        heading.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || (c == '_' && !slug.isEmpty())) {
                slug.appendCodePoint(c);
            } else if ((Character.isWhitespace(c) || c == '-')
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        slug.setLength(end);
        return slug.isEmpty() ? "section" : slug.toString();
    }
}
