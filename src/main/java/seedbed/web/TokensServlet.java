package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.admin.NamedTokens;
import seedbed.admin.Scope;
import seedbed.admin.Sessions;
import seedbed.admin.TokensUnavailable;

/**
 * {@code /admin/tokens}: GET all named tokens, POST a new one, which the answer shows this once; {@code DELETE
 * /admin/tokens/NAME} or, for forms, {@code POST /admin/tokens/NAME/revoke} ends one, and the sessions opened with it.
 */
public final class TokensServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;
    private static final Pattern REVOKE = Pattern.compile("([^/]+)/revoke");

    private final transient NamedTokens tokens;
    private final transient Sessions sessions;
    private final transient TokensPage page;

    public TokensServlet(NamedTokens tokens, Sessions sessions, TokensPage page) {
        super(Map.of("GET", Set.of(Scope.ADMIN), "POST", Set.of(Scope.ADMIN), "DELETE", Set.of(Scope.ADMIN)));
        this.tokens = tokens;
        this.sessions = sessions;
        this.page = page;
    }

    @Override
    List<String> methodsAt(HttpServletRequest request) {
        String tail = PathTail.of(request);
        if (tail.isEmpty()) {
            return List.of("GET", "POST");
        }
        return List.of(REVOKE.matcher(tail).matches() ? "POST" : "DELETE");
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tail = PathTail.of(request);
        Matcher revoke = REVOKE.matcher(tail);
        try {
            if (isRead(request)) {
                page.show(request, response, HttpServletResponse.SC_OK, "");
            } else if (tail.isEmpty()) {
                make(request, response);
            } else {
                revoke(request, response, revoke.matches() ? revoke.group(1) : tail);
            }
        } catch (TokensUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }

    private void make(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = Visit.of(request);
        try {
            TokenOrder order = page.order(visit.form());
            visit.deed("make token " + order.name() + " " + order.words());
            Optional<NamedTokens.Made> made = tokens.make(order.name(), order.scopes(), order.expires());
            if (made.isPresent()) {
                page.made(request, response, made.get());
            } else {
                page.refuse(
                        request, response, HttpServletResponse.SC_CONFLICT, "there is a token of that name already");
            }
        } catch (IllegalArgumentException malformed) {
            page.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(malformed.getMessage()));
        }
    }

    private void revoke(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        if (!TokenOrder.isName(name) || !tokens.revoke(name)) {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such token");
            return;
        }
        sessions.closeAllOf(name);
        Visit.of(request).deed("revoke token " + name);
        if (Answers.wantsPage(request)) {
            Answers.seeOther(request, response, "/admin/tokens");
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
