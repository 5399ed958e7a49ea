package seedbed.site;

import java.util.List;
import java.util.Optional;
import seedbed.content.Page;
import seedbed.content.Problem;

/** Turns the authors' texts into HTML and collects what is wrong with them. */
final class Texts {

    private static final View.Body NONE = new View.Body("", "");

    private final Readings readings;
    private final SiteMap map;
    private final List<Problem> problems;

    /** Complaints go to {@code problems}. */
    Texts(Readings readings, SiteMap map, List<Problem> problems) {
        this.readings = readings;
        this.map = map;
        this.problems = problems;
    }

    View.Body body(Page page) {
        Reading reading = readings.of(page);
        LinkCheck links = new LinkCheck(page, map, problems);
        List<Optional<String>> destinations =
                reading.references().stream().map(links::follow).toList();
        return new View.Body(reading.titleAnchor(), readings.html(page, reading, destinations));
    }

    /** Nothing where there is no text. */
    View.Body body(Optional<Page> page) {
        return page.map(this::body).orElse(NONE);
    }
}
