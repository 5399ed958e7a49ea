package seedbed.swarm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import seedbed.protocol.InfoHash;

/** Downloads that ended, by torrent: those that are written, by this tracker and others, and those that are not yet. */
final class Completions {

    private final ConcurrentMap<InfoHash, Long> written = new ConcurrentHashMap<>();
    private final ConcurrentMap<InfoHash, Long> unwritten = new ConcurrentHashMap<>();

    void count(InfoHash infoHash) {
        unwritten.merge(infoHash, 1L, Long::sum);
    }

    long of(InfoHash infoHash) {
        return written.getOrDefault(infoHash, 0L) + unwritten.getOrDefault(infoHash, 0L);
    }

    /** Takes totals that are written. They never fall, so whatever comes late or twice changes nothing. */
    void learn(Map<InfoHash, Long> totals) {
        totals.forEach((infoHash, total) -> written.merge(infoHash, total, Math::max));
    }

    /** What is to be written; it stays counted here until {@link #written}. */
    Map<InfoHash, Long> unwritten() {
        return Map.copyOf(unwritten);
    }

    /**
     * Says that counts were added to those that are written.
     *
     * @param totals what that made
     */
    void written(Map<InfoHash, Long> counts, Map<InfoHash, Long> totals) {
        learn(totals);
        counts.forEach((infoHash, count) -> unwritten.computeIfPresent(
                infoHash, (unused, now) -> now.equals(count) ? null : Long.valueOf(now - count)));
    }
}
