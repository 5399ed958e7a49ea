package seedbed.swarm;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import seedbed.protocol.InfoHash;

/**
 * The swarms by torrent. Whatever is done in one is done here, under its lock; no call holds more than one, and nothing
 * else is waited for. A swarm is made for whoever joins it first, and dropped when nobody is left in it.
 */
final class SwarmMap {

    private final ConcurrentMap<InfoHash, Swarm> swarms = new ConcurrentHashMap<>();

    int size() {
        return swarms.size();
    }

    Set<InfoHash> hashes() {
        return swarms.keySet();
    }

    /** Does something in the swarm of a torrent, which is made if there is none. */
    <T> T in(InfoHash infoHash, Function<Swarm, T> action) {
        while (true) {
            Swarm known = swarms.get(infoHash);
            Swarm swarm = known == null ? swarms.computeIfAbsent(infoHash, unused -> new Swarm()) : known;
            synchronized (swarm) {
                // Between the look-up and the lock it may have been dropped as empty: who joined it would be lost.
                if (!swarm.isDropped()) {
                    T result = action.apply(swarm);
                    dropIfEmpty(infoHash, swarm);
                    return result;
                }
            }
        }
    }

    /** Does something in the swarm of a torrent; empty if there is none. */
    <T> Optional<T> ifThere(InfoHash infoHash, Function<Swarm, T> action) {
        Swarm swarm = swarms.get(infoHash);
        if (swarm == null) {
            return Optional.empty();
        }
        synchronized (swarm) {
            T result = action.apply(swarm);
            dropIfEmpty(infoHash, swarm);
            return Optional.of(result);
        }
    }

    /** Does something in each, one after the other. */
    void forEach(BiConsumer<InfoHash, Swarm> action) {
        for (InfoHash infoHash : hashes()) {
            ifThere(infoHash, swarm -> {
                action.accept(infoHash, swarm);
                return swarm;
            });
        }
    }

    private void dropIfEmpty(InfoHash infoHash, Swarm swarm) {
        if (swarm.isEmpty()) {
            swarm.drop();
            swarms.remove(infoHash, swarm);
        }
    }
}
