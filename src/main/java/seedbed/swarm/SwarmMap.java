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

    private final ConcurrentMap<InfoHash, Members> swarms = new ConcurrentHashMap<>();

    int size() {
        return swarms.size();
    }

    Set<InfoHash> hashes() {
        return swarms.keySet();
    }

    /** Does something in the swarm of a torrent, which is made if there is none. */
    <T> T in(InfoHash infoHash, Function<Swarm, T> action) {
        while (true) {
            Members known = swarms.get(infoHash);
            Members members = known == null ? swarms.computeIfAbsent(infoHash, unused -> new Members()) : known;
            synchronized (members) {
                // Between the look-up and the lock they may have been dropped as empty: who joined would be lost.
                if (!members.isDropped()) {
                    return act(infoHash, members, action);
                }
            }
        }
    }

    /** Does something in the swarm of a torrent; empty if there is none. */
    <T> Optional<T> ifThere(InfoHash infoHash, Function<Swarm, T> action) {
        Members members = swarms.get(infoHash);
        if (members == null) {
            return Optional.empty();
        }
        synchronized (members) {
            return Optional.of(act(infoHash, members, action));
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

    /** Under the lock. */
    private <T> T act(InfoHash infoHash, Members members, Function<Swarm, T> action) {
        Swarm swarm = new Swarm(members);
        T result = action.apply(swarm);
        if (swarm.isEmpty()) {
            members.drop();
            swarms.remove(infoHash, members);
        }
        return result;
    }
}
