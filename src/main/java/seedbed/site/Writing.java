package seedbed.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * One text of the authors, understood. A heading at its very beginning is taken out, since the page around the text
 * shows the title.
 */
final class Writing {

    private final Node document;
    private final Map<Node, String> anchors;
    private final Outline outline;
    private final String titleAnchor;

    private Writing(Node document, Map<Node, String> anchors, Outline outline, String titleAnchor) {
        this.document = document;
        this.anchors = anchors;
        this.outline = outline;
        this.titleAnchor = titleAnchor;
    }

    /** Takes the parsed document over. */
    static Writing of(Node document) {
        Map<Node, String> anchors = new HashMap<>();
        Outline outline = outline(document, anchors);
        String titleAnchor = "";
        if (document.getFirstChild() instanceof Heading heading) {
            heading.unlink();
            titleAnchor = anchors.getOrDefault(heading, "");
        }
        return new Writing(document, anchors, outline, titleAnchor);
    }

    private static Outline outline(Node document, Map<Node, String> anchors) {
        HeadingAnchors names = new HeadingAnchors();
        StringBuilder title = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String words = PlainWords.of(heading);
                if (anchors.isEmpty()) {
                    title.append(words);
                }
                anchors.put(heading, names.next(words));
            }
        });
        return new Outline(title.toString(), summary(document), new HashSet<>(anchors.values()));
    }

    private static String summary(Node document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Paragraph) {
                String words = PlainWords.of(block);
                if (!words.isBlank()) {
                    return PlainWords.shortened(words);
                }
            }
        }
        return "";
    }

    Node document() {
        return document;
    }

    Outline outline() {
        return outline;
    }

    /** By which links reach the heading that was taken out; empty if there was none. */
    String titleAnchor() {
        return titleAnchor;
    }

    /** In the order of the text. */
    List<Reference> references() {
        return referring().stream().map(Writing::reference).toList();
    }

    /**
     * Lets the references lead elsewhere.
     *
     * @param destinations one for each of the {@link #references}; empty for those that stay as they are
     */
    void redirect(List<Optional<String>> destinations) {
        Iterator<Optional<String>> next = destinations.iterator();
        for (Node node : referring()) {
            next.next().ifPresent(destination -> redirect(node, destination));
        }
    }

    /** Links and images. */
    private List<Node> referring() {
        List<Node> nodes = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                nodes.add(link);
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                nodes.add(image);
                visitChildren(image);
            }
        });
        return nodes;
    }

    private static Reference reference(Node node) {
        Optional<SourceSpan> span = node.getSourceSpans().stream().findFirst();
        return new Reference(
                node instanceof Image,
                destination(node),
                1 + span.map(SourceSpan::getLineIndex).orElse(0),
                1 + span.map(SourceSpan::getColumnIndex).orElse(0));
    }

    private static String destination(Node node) {
        return node instanceof Image image ? image.getDestination() : ((Link) node).getDestination();
    }

    private static void redirect(Node node, String destination) {
        if (node instanceof Image image) {
            image.setDestination(destination);
        } else {
            ((Link) node).setDestination(destination);
        }
    }

    /** Names the headings, lets search engines follow links, and the keyboard move what is wider than the window. */
    AttributeProvider attributes() {
        return (node, tag, attributes) -> {
            String anchor = anchors.get(node);
            if (anchor != null) {
                attributes.put("id", anchor);
            }
            if (tag.equals("table") || tag.equals("pre")) {
                attributes.put("tabindex", "0");
            }
            // Added by the renderer for texts by strangers; these are the authors' own.
            attributes.remove("rel");
        };
    }
}
