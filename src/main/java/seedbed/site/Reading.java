package seedbed.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of a text from one publication to the next. Safe for threads. */
final class Reading {

    private final Outline outline;
    private final String titleAnchor;
    private final List<Reference> references;
    private volatile @Nullable Rendering last;

    private record Rendering(List<Optional<String>> destinations, String html) {}

    private Reading(Outline outline, String titleAnchor, List<Reference> references) {
        this.outline = outline;
        this.titleAnchor = titleAnchor;
        this.references = references;
    }

    static Reading of(Writing writing) {
        return new Reading(writing.outline(), writing.titleAnchor(), writing.references());
    }

    Outline outline() {
        return outline;
    }

    String titleAnchor() {
        return titleAnchor;
    }

    /** In the order of the text. */
    List<Reference> references() {
        return references;
    }

    /** The text as HTML, if it was rendered with these destinations last. */
    Optional<String> html(List<Optional<String>> destinations) {
        @Nullable Rendering known = last;
        return known != null && known.destinations().equals(destinations)
                ? Optional.of(known.html())
                : Optional.empty();
    }

    void remember(List<Optional<String>> destinations, String html) {
        last = new Rendering(destinations, html);
    }

    void forget() {
        last = null;
    }
}
