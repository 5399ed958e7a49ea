package seedbed.admin;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers that are logged in, in memory alone: all sessions end with the process. One also ends when nothing was
 * asked in it for half an hour, twelve hours after it was opened, and with its token. Thread-safe.
 */
public final class Sessions {

    /** For how long a session may rest. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** How long it lasts, however busy. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 1_000;

    private final Clock clock;
    /** By the digest of the id, so that the time a look-up takes tells nothing of an id. */
    private final Map<ByteBuffer, Open> sessions = new HashMap<>();

    private record Open(Session session, Instant end, Instant lastUsed) {

        boolean hasEnded(Instant now) {
            return !now.isBefore(end) || !now.isBefore(lastUsed.plus(IDLE));
        }
    }

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Opens a session under an id that nobody has seen before. */
    public synchronized String open(Caller caller) {
        Instant now = clock.instant();
        sessions.values().removeIf(open -> open.hasEnded(now));
        if (sessions.size() >= MOST) {
            throw new IllegalStateException("there are " + MOST + " sessions already");
        }
        String id = Secret.random();
        Instant end = now.plus(LONGEST);
        Instant earlier = caller.until().filter(end::isAfter).orElse(end);
        sessions.put(key(id), new Open(new Session(caller, Secret.random()), earlier, now));
        return id;
    }

    /** The session with this id, which is in use as of now. */
    public synchronized Optional<Session> find(String id) {
        ByteBuffer key = key(id);
        Instant now = clock.instant();
        Open open = sessions.get(key);
        if (open == null || open.hasEnded(now)) {
            sessions.remove(key);
            return Optional.empty();
        }
        sessions.put(key, new Open(open.session(), open.end(), now));
        return Optional.of(open.session());
    }

    /** Ends a session, if it is one. */
    public synchronized void close(String id) {
        sessions.remove(key(id));
    }

    /** Ends all sessions that were opened with a token. */
    public synchronized void closeAllOf(String token) {
        sessions.values().removeIf(open -> open.session().caller().name().equals(token));
    }

    private static ByteBuffer key(String id) {
        return ByteBuffer.wrap(Secret.digest(id));
    }
}
