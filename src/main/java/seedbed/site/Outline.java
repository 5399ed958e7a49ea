package seedbed.site;

import java.util.Set;

/**
 * What other pages need to know of a text.
 *
 * @param title its first heading; empty without one
 * @param summary its first paragraph in plain words, shortened; empty without one
 * @param anchors by which links reach its headings
 */
record Outline(String title, String summary, Set<String> anchors) {

    static final Outline EMPTY = new Outline("", "", Set.of());

    Outline {
        anchors = Set.copyOf(anchors);
    }
}
