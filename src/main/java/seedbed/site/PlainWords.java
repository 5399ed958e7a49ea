package seedbed.site;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a piece of text without its marks, for titles and summaries. */
final class PlainWords extends AbstractVisitor {

    private static final int SHORT = 200;

    private final StringBuilder words = new StringBuilder();

    private PlainWords() {}

    static String of(Node node) {
        PlainWords words = new PlainWords();
        node.accept(words);
        return words.words.toString().strip();
    }

    /** At most about 200 characters, cut between words. */
    static String shortened(String words) {
        if (words.length() <= SHORT) {
            return words;
        }
        int space = words.lastIndexOf(' ', SHORT);
        return words.substring(0, space > SHORT / 2 ? space : words.offsetByCodePoints(0, SHORT / 2)) + '…';
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    /** Shown as it was typed, here as in the text. */
    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    /** What is said in place of an image is no part of a sentence. */
    @Override
    public void visit(Image image) {
        // Nothing to add.
    }
}
