package seedbed.protocol;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.Refusal.Kind;

/** Reads scrapes (BEP 48). */
public final class ScrapeParser {

    /** Hashes in one request, repetitions not counted. */
    public static final int MAX_HASHES = 64;

    private final InfoHashReading infoHash;

    /**
     * A parser for a tracker.
     *
     * @param listed which hashes are published: where the one with a plus sign is not, the one with spaces is tried
     */
    public ScrapeParser(Predicate<InfoHash> listed) {
        this.infoHash = new InfoHashReading(listed);
    }

    /**
     * The scrape in a query.
     *
     * @param rawQuery what follows the question mark, not decoded, a byte a character; null if there is none
     * @throws RefusedException if the query is no scrape; one without a hash would ask for everything, which nobody
     *     gets
     */
    public ScrapeRequest parse(@Nullable String rawQuery) throws RefusedException {
        RawQuery query = new RawQuery(rawQuery);
        Set<InfoHash> hashes = new TreeSet<>();
        while (query.next()) {
            if (query.isNamed("info_hash")) {
                hashes.add(orRefused(infoHash.of(query)));
            }
        }
        if (hashes.isEmpty()) {
            throw new RefusedException(Kind.SCRAPE_EMPTY);
        }
        if (hashes.size() > MAX_HASHES) {
            throw new RefusedException(Kind.SCRAPE_TOO_MANY);
        }
        return new ScrapeRequest(hashes);
    }

    private static InfoHash orRefused(@Nullable InfoHash hash) throws RefusedException {
        if (hash == null) {
            throw new RefusedException(Kind.INFO_HASH);
        }
        return hash;
    }
}
