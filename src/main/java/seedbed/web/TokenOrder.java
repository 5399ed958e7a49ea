package seedbed.web;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import seedbed.admin.Scope;

/**
 * The token that somebody wants to have.
 *
 * @param expires from when on it is to be refused; empty for never
 */
record TokenOrder(String name, Set<Scope> scopes, Optional<Instant> expires) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");

    TokenOrder {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads the fields {@code name}, {@code scope} (once or several times) and {@code days} (empty for ever).
     *
     * @throws IllegalArgumentException with what is expected instead, in words for whoever filled in the form
     */
    static TokenOrder of(Form form, Instant now) {
        String name = form.text("name");
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "name: 1 to 40 small letters, digits, hyphens and underscores are expected");
        }
        String days = form.text("days");
        if (!days.isEmpty() && !DAYS.matcher(days).matches()) {
            throw new IllegalArgumentException("days: a number from 1 to 9999 is expected, or nothing for ever");
        }
        Optional<Instant> expires = Optional.of(days)
                .filter(text -> !text.isEmpty())
                .map(text -> now.plus(Duration.ofDays(Long.parseLong(text))));
        return new TokenOrder(name, scopes(form.values("scope")), expires);
    }

    private static Set<Scope> scopes(List<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words) {
            scopes.add(Scope.of(word).orElseThrow(TokenOrder::noScope));
        }
        if (scopes.isEmpty()) {
            throw noScope();
        }
        return scopes;
    }

    private static IllegalArgumentException noScope() {
        return new IllegalArgumentException("scope: at least one of "
                + String.join(", ", Scope.words(EnumSet.allOf(Scope.class))) + " is expected");
    }

    /** Without a dot: the operator's token is called "admin.token" in the audit, and nobody else may be. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The scopes, for the audit. */
    String words() {
        return Scope.words(scopes).toString();
    }
}
