package seedbed.swarm;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;

/**
 * Clients that stopped, and when. What an earlier run or another tracker heard of them before that may be learnt after
 * it; without this they would come back as ghosts.
 */
final class Departures {

    /** Anybody can say that it stops: what they all say together must fit into memory. */
    static final int MAX_SIZE = 100_000;

    private record Departure(InfoHash infoHash, IpAddress ip, Session session) {}

    private final ConcurrentMap<Departure, Long> times = new ConcurrentHashMap<>();

    /** @param now by the {@link SwarmClock} */
    void add(InfoHash infoHash, IpAddress ip, Session session, long now) {
        if (times.size() < MAX_SIZE) {
            times.put(new Departure(infoHash, ip, session), now);
        }
    }

    /** Whether a client stopped at that time or later. */
    boolean isSince(long heard, InfoHash infoHash, IpAddress ip, Session session) {
        Long stopped = times.get(new Departure(infoHash, ip, session));
        return stopped != null && heard <= stopped;
    }

    /** Forgets those before that time. */
    void forget(long before) {
        times.values().removeIf(stopped -> stopped < before);
    }
}
