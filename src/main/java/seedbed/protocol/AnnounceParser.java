package seedbed.protocol;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads announces (BEP 3, 7, 21, 23). What a client says about its own address ({@code ip}, {@code ipv4}, {@code ipv6})
 * is not read: anybody could send peers to a victim.
 */
public final class AnnounceParser {

    private final int numwant;
    private final int maxNumwant;
    private final InfoHashReading infoHash;

    /**
     * A parser for a tracker.
     *
     * @param numwant peers for a client that does not say how many it wants
     * @param maxNumwant peers a client gets at most
     * @param listed which hashes are published: where the one with a plus sign is not, the one with spaces is tried
     */
    public AnnounceParser(int numwant, int maxNumwant, Predicate<InfoHash> listed) {
        this.numwant = Math.min(numwant, maxNumwant);
        this.maxNumwant = maxNumwant;
        this.infoHash = new InfoHashReading(listed);
    }

    /**
     * The announce in a query.
     *
     * @param rawQuery what follows the question mark, not decoded, a byte a character; null if there is none
     * @throws RefusedException if the query is no announce
     */
    public AnnounceRequest parse(@Nullable String rawQuery) throws RefusedException {
        RawQuery query = new RawQuery(rawQuery);
        AnnounceReading reading = new AnnounceReading(infoHash, numwant);
        while (query.next()) {
            reading.take(query);
        }
        return reading.request(maxNumwant);
    }
}
