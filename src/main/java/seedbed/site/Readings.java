package seedbed.site;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import seedbed.content.Page;

/**
 * The authors' texts, read. Each is needed twice, for its outline when the site is mapped and for its page: it is read
 * once if it then still fits into memory, where a text that is understood takes several times its length. Safe for
 * threads.
 */
final class Readings {

    /** Characters of all texts that are kept together. */
    private static final long MOST_KEPT = 16_000_000;

    private final Prose prose;
    private final ConcurrentMap<Page, Writing> kept = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    Readings(Prose prose) {
        this.prose = prose;
    }

    Outline outline(Page page) {
        Writing writing = prose.read(page);
        if (size.addAndGet(page.text().length()) <= MOST_KEPT) {
            kept.put(page, writing);
        }
        return writing.outline();
    }

    /** The text, which is not kept any longer. */
    Writing take(Page page) {
        @Nullable Writing writing = kept.remove(page);
        return writing == null ? prose.read(page) : writing;
    }

    /** The text that was taken, as HTML. */
    String html(Writing writing) {
        return prose.html(writing);
    }
}
