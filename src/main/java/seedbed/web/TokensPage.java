package seedbed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.admin.NamedToken;
import seedbed.admin.NamedTokens;
import seedbed.admin.Scope;

/** Named tokens, as a page or as JSON. The token itself is in the one answer that made it, and nowhere else. */
public final class TokensPage {

    private final NamedTokens tokens;
    private final ConsolePages pages;
    private final Clock clock;

    public TokensPage(NamedTokens tokens, ConsolePages pages, Clock clock) {
        this.tokens = tokens;
        this.pages = pages;
        this.clock = clock;
    }

    /** A token as programs see it; times in ISO 8601. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String name,
            List<String> scopes,
            String created,
            @Nullable String expires,
            @Nullable String last_used,
            @Nullable String token) {

        static Shown of(NamedToken token, @Nullable String secret) {
            return new Shown(
                    token.name(),
                    Scope.words(token.scopes()),
                    token.created().toString(),
                    token.expires().map(Instant::toString).orElse(null),
                    token.lastUsed().map(Instant::toString).orElse(null),
                    secret);
        }
    }

    TokenOrder order(Form form) {
        return TokenOrder.of(form, clock.instant());
    }

    void show(HttpServletRequest request, HttpServletResponse response, int status, String complaint)
            throws IOException {
        if (Answers.wantsPage(request)) {
            page(request, response, status, null, complaint);
        } else {
            Answers.json(
                    response,
                    status,
                    tokens.all().stream().map(token -> Shown.of(token, null)).toList());
        }
    }

    void made(HttpServletRequest request, HttpServletResponse response, NamedTokens.Made made) throws IOException {
        if (Answers.wantsPage(request)) {
            ConsoleView.MadeToken shown = new ConsoleView.MadeToken(made.token().name(), made.secret());
            page(request, response, HttpServletResponse.SC_CREATED, shown, "");
        } else {
            Answers.json(response, HttpServletResponse.SC_CREATED, Shown.of(made.token(), made.secret()));
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, int status, String complaint)
            throws IOException {
        if (Answers.wantsPage(request)) {
            page(request, response, status, null, complaint);
        } else {
            Answers.error(request, response, status, complaint);
        }
    }

    private void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            ConsoleView.@Nullable MadeToken made,
            String complaint)
            throws IOException {
        List<ConsoleView.TokenRow> rows = tokens.all().stream().map(this::row).toList();
        List<ConsoleView.ScopeChoice> scopes = Arrays.stream(Scope.values())
                .map(scope -> new ConsoleView.ScopeChoice(scope.word(), scope.meaning()))
                .toList();
        pages.show(request, response, status, new ConsoleView.Tokens(rows, made, complaint, scopes));
    }

    private ConsoleView.TokenRow row(NamedToken token) {
        Instant now = clock.instant();
        return new ConsoleView.TokenRow(
                token.name(),
                Scope.words(token.scopes()),
                ConsoleView.Moment.of(token.created(), now),
                token.expires().map(end -> expiry(now, end)).orElse("never"),
                token.hasEnded(now),
                token.lastUsed().map(used -> ConsoleView.Moment.of(used, now)).orElse(null));
    }

    private static String expiry(Instant now, Instant end) {
        String day = LocalDate.ofInstant(end, ZoneOffset.UTC).toString();
        return end.isAfter(now) ? day : "expired " + day;
    }
}
