package seedbed.admin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever proved to hold a token.
 *
 * @param name of the token: {@code admin.token}, or the name that it was given
 * @param scopes what the token allows
 * @param until when it ends by itself; empty if it does not
 */
public record Caller(String name, Set<Scope> scopes, Optional<Instant> until) {

    /** The holder of the one token that stands in the configuration. */
    static final Caller OPERATOR = new Caller("admin.token", Set.of(Scope.ADMIN), Optional.empty());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether any of these scopes, or the one that includes all, is the caller's. */
    public boolean may(Scope... enough) {
        return scopes.contains(Scope.ADMIN) || Arrays.stream(enough).anyMatch(scopes::contains);
    }
}
