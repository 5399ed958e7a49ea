package seedbed.site;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import seedbed.content.Memory;
import seedbed.content.Page;

/**
 * The authors' texts, read. Each is needed twice, for its outline when the site is mapped and for its page: it is read
 * once if it then still fits into memory, where a text that is understood takes several times its length. What the last
 * publication read and rendered is not read again. Safe for threads.
 */
final class Readings {

    /** Characters of all texts that are kept together. */
    private static final long MOST_KEPT = 16_000_000;

    /** Characters of all HTML that is remembered. */
    private static final long MOST_REMEMBERED = 32_000_000;

    private final Prose prose;
    private final Memory<Page, Reading> readings;
    private final ConcurrentMap<Page, Writing> kept = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong remembered = new AtomicLong();

    private Readings(Prose prose, Memory<Page, Reading> readings) {
        this.prose = prose;
        this.readings = readings;
    }

    /** Nothing was read yet. */
    static Readings none() {
        return new Readings(new Prose(), Memory.empty());
    }

    /** For the next publication: knows what this one read. */
    Readings next() {
        return new Readings(prose, readings.next());
    }

    Reading of(Page page) {
        return readings.get(page, this::read);
    }

    private Reading read(Page page) {
        Writing writing = prose.read(page);
        if (size.addAndGet(page.text().length()) <= MOST_KEPT) {
            kept.put(page, writing);
        }
        return Reading.of(writing);
    }

    /**
     * The text as HTML.
     *
     * @param reading of it
     * @param destinations what takes the place of those in the text's references, where anything does
     */
    String html(Page page, Reading reading, List<Optional<String>> destinations) {
        String html = reading.html(destinations).orElseGet(() -> rendered(page, destinations));
        if (remembered.addAndGet(html.length()) <= MOST_REMEMBERED) {
            reading.remember(destinations, html);
        } else {
            reading.forget();
        }
        return html;
    }

    private String rendered(Page page, List<Optional<String>> destinations) {
        @Nullable Writing known = kept.remove(page);
        Writing writing = known == null ? prose.read(page) : known;
        writing.redirect(destinations);
        return prose.html(writing);
    }
}
