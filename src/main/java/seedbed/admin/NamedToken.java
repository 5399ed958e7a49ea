package seedbed.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of a token that was made on the console: everything but the token.
 *
 * @param name chosen by whoever made it
 * @param scopes at least one
 * @param created when it was made
 * @param expires from when on it is refused; empty for never
 * @param lastUsed to within a minute; empty if it never was
 */
public record NamedToken(
        String name, Set<Scope> scopes, Instant created, Optional<Instant> expires, Optional<Instant> lastUsed) {

    public NamedToken {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs a scope");
        }
    }

    /** Whether it is no longer good. */
    public boolean hasEnded(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }
}
