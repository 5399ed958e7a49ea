package seedbed.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;
import seedbed.content.Page;

/**
 * One text of the authors, understood. A heading at its very beginning is taken out, since the page around the text
 * shows the title.
 */
final class Writing {

    private final Page page;
    private final Node document;
    private final Map<Node, String> anchors;
    private final Outline outline;
    private final String titleAnchor;

    private Writing(Page page, Node document, Map<Node, String> anchors, Outline outline, String titleAnchor) {
        this.page = page;
        this.document = document;
        this.anchors = anchors;
        this.outline = outline;
        this.titleAnchor = titleAnchor;
    }

    /** Takes the parsed document over. */
    static Writing of(Page page, Node document) {
        Map<Node, String> anchors = new HashMap<>();
        Outline outline = outline(document, anchors);
        String titleAnchor = "";
        if (document.getFirstChild() instanceof Heading heading) {
            heading.unlink();
            titleAnchor = anchors.getOrDefault(heading, "");
        }
        return new Writing(page, document, anchors, outline, titleAnchor);
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

    Page page() {
        return page;
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
