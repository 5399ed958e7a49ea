package seedbed.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import seedbed.content.Catalogue;
import seedbed.content.Page;

/** What newcomers need to know about BitTorrent: the authors' {@code how-to.txt}, or a text of ours without one. */
final class HowTo {

    static final String PATH = "how-to.html";

    private static final String SOURCE = "how-to.txt";

    private HowTo() {}

    /** The authors' pages, with ours after them if nothing of theirs is in its place. */
    static List<Page> completing(Catalogue catalogue) throws IOException {
        boolean taken = catalogue.outputs().containsKey(PATH)
                || catalogue.directories().stream()
                        .anyMatch(directory -> directory.path().equals(PATH));
        if (taken) {
            return catalogue.pages();
        }
        List<Page> pages = new ArrayList<>(catalogue.pages());
        pages.add(new Page(SOURCE, PATH, shipped()));
        return pages;
    }

    private static String shipped() throws IOException {
        try (InputStream text = HowTo.class.getResourceAsStream("texts/" + SOURCE)) {
            if (text == null) {
                throw new FileNotFoundException("the text " + SOURCE + " is missing in this build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
