package seedbed.admin;

import java.util.Optional;

/** Every token that opens something: the one of the configuration, which needs no database, and the named ones. */
public final class Keyring {

    private final AdminToken operator;
    private final NamedTokens named;

    public Keyring(AdminToken operator, NamedTokens named) {
        this.operator = operator;
        this.named = named;
    }

    /** Who presents this token; empty for nobody we know. */
    public Optional<Caller> callerWith(String presented) {
        return operator.matches(presented) ? Optional.of(Caller.OPERATOR) : named.callerWith(presented);
    }
}
