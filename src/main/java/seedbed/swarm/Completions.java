package seedbed.swarm;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import seedbed.protocol.InfoHash;

/** Downloads that ended, by torrent: those of earlier runs, and those of this one, some of them not yet written down. */
final class Completions {

    private final ConcurrentMap<InfoHash, Long> restored = new ConcurrentHashMap<>();
    private final ConcurrentMap<InfoHash, Long> counted = new ConcurrentHashMap<>();
    private final ConcurrentMap<InfoHash, Long> unwritten = new ConcurrentHashMap<>();

    void count(InfoHash infoHash) {
        counted.merge(infoHash, 1L, Long::sum);
        unwritten.merge(infoHash, 1L, Long::sum);
    }

    long of(InfoHash infoHash) {
        return restored.getOrDefault(infoHash, 0L) + counted.getOrDefault(infoHash, 0L);
    }

    /** Sets what earlier runs counted. */
    void restore(Map<InfoHash, Long> earlier) {
        restored.putAll(earlier);
    }

    /** Takes what was counted since the last call. */
    Map<InfoHash, Long> drain() {
        Map<InfoHash, Long> drained = new HashMap<>();
        for (InfoHash infoHash : unwritten.keySet()) {
            Long count = unwritten.remove(infoHash);
            if (count != null) {
                drained.put(infoHash, count);
            }
        }
        return drained;
    }

    /** Gives back what was taken but could not be written. */
    void putBack(Map<InfoHash, Long> drained) {
        drained.forEach((infoHash, count) -> unwritten.merge(infoHash, count, Long::sum));
    }
}
