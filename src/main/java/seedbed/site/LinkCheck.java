package seedbed.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import seedbed.content.Problem;

/**
 * Follows the links of one text: those to sources become links to what is published of them, and those that lead nowhere
 * are complained about.
 */
final class LinkCheck extends AbstractVisitor {

    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(\\?[^#]*)?(?:#(.*))?", Pattern.DOTALL);

    private final Writing writing;
    private final SiteMap map;
    private final List<Problem> problems;

    /** Complaints go to {@code problems}. */
    LinkCheck(Writing writing, SiteMap map, List<Problem> problems) {
        this.writing = writing;
        this.map = map;
        this.problems = problems;
    }

    void run() {
        writing.document().accept(this);
    }

    @Override
    public void visit(Link link) {
        follow(link, link.getDestination()).ifPresent(link::setDestination);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        String source = image.getDestination();
        if (SCHEME.matcher(source).matches()) {
            warn(image, "the image '" + source + "' is on another server, which browsers will not ask: put it here");
        } else {
            follow(image, source).ifPresent(image::setDestination);
        }
        visitChildren(image);
    }

    /** The reference to write instead of {@code reference}; empty for those to elsewhere and those that are broken. */
    private Optional<String> follow(Node node, String reference) {
        Matcher parts = PARTS.matcher(reference);
        if (SCHEME.matcher(reference).matches() || !parts.matches()) {
            return Optional.empty();
        }
        Optional<String> target = target(decode(parts.group(1)));
        if (target.isEmpty()) {
            warn(node, "the link '" + reference + "' leads to nothing that is published");
            return Optional.empty();
        }
        String query = parts.group(2) == null ? "" : parts.group(2);
        String anchor = parts.group(3) == null ? "" : parts.group(3);
        if (!reachable(target.get(), decode(anchor))) {
            warn(
                    node,
                    "the link '" + reference + "' names the heading '" + anchor + "', which '" + target.get()
                            + "' does not have");
        }
        boolean samePage = parts.group(1).isEmpty();
        String path = samePage ? "" : WebPath.relative(writing.page().output(), target.get());
        return Optional.of(path + query + (reference.contains("#") ? '#' + anchor : ""));
    }

    private Optional<String> target(String path) {
        String from = writing.page().output();
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

    private void warn(Node node, String message) {
        Optional<SourceSpan> span = node.getSourceSpans().stream().findFirst();
        problems.add(Problem.warning(
                writing.page().source(),
                span.map(SourceSpan::getLineIndex).orElse(0) + 1,
                span.map(SourceSpan::getColumnIndex).orElse(0) + 1,
                // A reference may hold line breaks, written as entities; a problem is one line.
                message.replaceAll("\\p{Cntrl}", "\uFFFD")));
    }
}
