package seedbed.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line {@code Superseded by: other.torrent} in a torrent's description: there is a better one.
 *
 * @param reference where that is, as a link from the torrent's page would say it
 * @param line of the reference in the description, from 1
 * @param column of the reference, from 1
 */
public record Supersession(String reference, int line, int column) {

    private static final String WORDS = "superseded by";

    // Four spaces would make the line an example in CommonMark.
    private static final Pattern LINE = Pattern.compile(
            "^ {0,3}" + WORDS + ":[ \\t]*(\\S.*?)[ \\t]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** What a description says; the first such line counts. */
    static Optional<Supersession> in(Page description) {
        if (!isLikelyIn(description)) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(description.text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String before = description.text().substring(0, matcher.start());
        int line = 1 + Math.toIntExact(before.chars().filter(c -> c == '\n').count());
        return Optional.of(new Supersession(matcher.group(1), line, 1 + matcher.start(1) - matcher.start()));
    }

    /** Most descriptions say nothing of the kind, and of those the pattern would look at every character. */
    private static boolean isLikelyIn(Page description) {
        String text = description.text();
        int colon = text.indexOf(':');
        while (colon >= 0) {
            if (text.regionMatches(true, colon - WORDS.length(), WORDS, 0, WORDS.length())) {
                return true;
            }
            colon = text.indexOf(':', colon + 1);
        }
        return false;
    }

    /** The description without such lines, which are empty then: all others keep their numbers. */
    static Page without(Page description) {
        if (!isLikelyIn(description)) {
            return description;
        }
        String rest = LINE.matcher(description.text()).replaceAll("");
        return new Page(description.source(), description.output(), rest);
    }
}
