package seedbed.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.content.Page;
import seedbed.content.Problem;

/**
 * Follows the links of one text: those to sources become links to what is published of them, and those that lead nowhere
 * are complained about.
 */
final class LinkCheck {

    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(\\?[^#]*)?(?:#(.*))?", Pattern.DOTALL);

    private final Page page;
    private final SiteMap map;
    private final List<Problem> problems;

    /** Complaints go to {@code problems}. */
    LinkCheck(Page page, SiteMap map, List<Problem> problems) {
        this.page = page;
        this.map = map;
        this.problems = problems;
    }

    /** The destination to write instead of the reference's; empty for those to elsewhere and those that are broken. */
    Optional<String> follow(Reference reference) {
        String destination = reference.destination();
        if (SCHEME.matcher(destination).matches()) {
            if (reference.image()) {
                warn(
                        reference,
                        "the image '" + destination
                                + "' is on another server, which browsers will not ask: put it here");
            }
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(destination);
        return parts.matches() ? follow(reference, parts) : Optional.empty();
    }

    private Optional<String> follow(Reference reference, Matcher parts) {
        Optional<String> target = target(decode(parts.group(1)));
        if (target.isEmpty()) {
            warn(reference, "the link '" + reference.destination() + "' leads to nothing that is published");
            return Optional.empty();
        }
        String query = parts.group(2) == null ? "" : parts.group(2);
        String anchor = parts.group(3) == null ? "" : parts.group(3);
        if (!reachable(target.get(), decode(anchor))) {
            warn(
                    reference,
                    "the link '" + reference.destination() + "' names the heading '" + anchor + "', which '"
                            + target.get() + "' does not have");
        }
        boolean samePage = parts.group(1).isEmpty();
        String path = samePage ? "" : WebPath.relative(page.output(), target.get());
        return Optional.of(path + query + (reference.destination().contains("#") ? '#' + anchor : ""));
    }

    private Optional<String> target(String path) {
        String from = page.output();
        return path.isEmpty() ? Optional.of(from) : WebPath.resolve(from, path).flatMap(map::output);
    }

    private boolean reachable(String output, String anchor) {
        // Browsers go to the top of the page for both (HTML, "find a potential indicated element").
        return anchor.isEmpty() || anchor.toLowerCase(Locale.ROOT).equals("top") || map.hasAnchor(output, anchor);
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A '%' that encodes nothing is taken as it is, as browsers do.
            return encoded;
        }
    }

    private void warn(Reference reference, String message) {
        problems.add(Problem.warning(
                page.source(),
                reference.line(),
                reference.column(),
                // A reference may hold line breaks, written as entities; a problem is one line.
                message.replaceAll("\\p{Cntrl}", "\uFFFD")));
    }
}
