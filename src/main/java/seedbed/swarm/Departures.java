package seedbed.swarm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;

/**
 * Clients that stopped after the tracker started but before the peers of its last run were read. Without this they
 * would come back from the store as ghosts.
 */
final class Departures {

    /** Anybody can say that it stops: what they all say together must fit into memory. */
    static final int MAX_SIZE = 100_000;

    private record Departure(InfoHash infoHash, IpAddress ip, Session session) {}

    private final Set<Departure> departures = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(InfoHash infoHash, IpAddress ip, Session session) {
        if (!closed && departures.size() < MAX_SIZE) {
            departures.add(new Departure(infoHash, ip, session));
        }
    }

    boolean contains(InfoHash infoHash, IpAddress ip, Session session) {
        return departures.contains(new Departure(infoHash, ip, session));
    }

    /** Forgets them: nobody can come back any more. */
    void close() {
        closed = true;
        departures.clear();
    }
}
