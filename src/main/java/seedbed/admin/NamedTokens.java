package seedbed.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens that were made on the console, recognised in memory: a request with a wrong token costs the database
 * nothing, and while that is away the tokens it last told of go on working. Thread-safe.
 */
public final class NamedTokens {

    private static final Logger LOG = LoggerFactory.getLogger(NamedTokens.class);
    /** How long a token that another process has revoked is still taken, at the most. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Executor background;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Instant> uses = new HashMap<>();
    private volatile List<TokenStore.Kept> known = List.of();
    private volatile Instant asked = Instant.MIN;

    /** @param background notes uses, so that no request waits for it */
    public NamedTokens(TokenStore store, Executor background, Clock clock) {
        this.store = store;
        this.background = background;
        this.clock = clock;
    }

    /** A token that was just made: the only time that it can be seen. */
    public record Made(String secret, NamedToken token) {}

    /**
     * Makes a token.
     *
     * @param expires from when on it is refused; empty for never
     * @return empty if the name is taken
     * @throws TokensUnavailable while it cannot be kept
     */
    public Optional<Made> make(String name, Set<Scope> scopes, Optional<Instant> expires) {
        String secret = Secret.random();
        NamedToken token = new NamedToken(name, scopes, clock.instant(), expires, Optional.empty());
        boolean added = store.add(new TokenStore.Kept(token, Secret.digest(secret)));
        forgetWhatIsKnown();
        return added ? Optional.of(new Made(secret, token)) : Optional.empty();
    }

    /**
     * Ends a token; false if there is none of that name.
     *
     * @throws TokensUnavailable while that cannot be kept
     */
    public boolean revoke(String name) {
        boolean removed = store.remove(name);
        forgetWhatIsKnown();
        return removed;
    }

    /**
     * All of them, by name.
     *
     * @throws TokensUnavailable while they cannot be read
     */
    public List<NamedToken> all() {
        return store.all().stream().map(TokenStore.Kept::token).toList();
    }

    /** Who presents this token; empty if it is none of ours, or has ended. */
    Optional<Caller> callerWith(String presented) {
        readIfOld();
        byte[] digest = Secret.digest(presented);
        Optional<NamedToken> match = Optional.empty();
        // All of them are looked at, so that the time taken tells nothing.
        for (TokenStore.Kept kept : known) {
            if (Secret.equal(kept.digest(), digest) && !kept.token().hasEnded(clock.instant())) {
                match = Optional.of(kept.token());
            }
        }
        match.map(NamedToken::name).ifPresent(this::noteUse);
        return match.map(token -> new Caller(token.name(), token.scopes(), token.expires()));
    }

    private void forgetWhatIsKnown() {
        asked = Instant.MIN;
    }

    /** One request reads; others go on meanwhile with what is known, as all do while the database is away. */
    private void readIfOld() {
        if (clock.instant().isBefore(asked.plus(FRESH)) || !reading.tryLock()) {
            return;
        }
        try {
            known = List.copyOf(store.all());
        } catch (TokensUnavailable away) {
            LOG.warn("named tokens are taken as they were last known: {}", away.getMessage());
        } finally {
            asked = clock.instant();
            reading.unlock();
        }
    }

    private void noteUse(String name) {
        Instant now = clock.instant();
        synchronized (uses) {
            Instant last = uses.get(name);
            if (last != null && now.isBefore(last.plus(USE_NOTED))) {
                return;
            }
            uses.put(name, now);
        }
        try {
            background.execute(() -> keepUse(name, now));
        } catch (RejectedExecutionException tooMany) {
            LOG.warn("the use of token {} was not noted: too much waits for the database", name);
        }
    }

    private void keepUse(String name, Instant when) {
        try {
            store.used(name, when);
        } catch (TokensUnavailable away) {
            LOG.warn("the use of token {} was not noted: {}", name, away.getMessage());
        }
    }
}
