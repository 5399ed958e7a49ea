package seedbed.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.admin.Audit;
import seedbed.admin.AuditEntry;
import seedbed.admin.Caller;
import seedbed.admin.Keyring;
import seedbed.admin.Session;
import seedbed.admin.Sessions;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;

/**
 * Lets nobody pass to {@code /admin} without a token or a session, not even to learn what there is, and has written down
 * what those who pass change. In this order: the headers of every answer, the networks, the credential, the body, the
 * proof that a browser's request was made on a page of ours. What a credential is good for is for the endpoint to say.
 */
public final class AdminGate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "bearer ";

    private final transient Keyring keyring;
    private final transient Sessions sessions;
    private final transient Audit audit;
    private final transient Visitors visitors;
    private final transient Networks networks;
    private final transient LoginPage loginPage;
    private final transient Clock clock;

    /** @param networks from which alone anybody gets in */
    public AdminGate(
            Keyring keyring,
            Sessions sessions,
            Audit audit,
            Visitors visitors,
            Networks networks,
            ConsolePages pages,
            Clock clock) {
        this.keyring = keyring;
        this.sessions = sessions;
        this.audit = audit;
        this.visitors = visitors;
        this.networks = networks;
        this.loginPage = new LoginPage(pages);
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ConsoleHeaders.set(response);
        Optional<IpAddress> address = visitors.addressOf(request);
        if (!isAllowed(address)) {
            Answers.error(
                    request, response, HttpServletResponse.SC_FORBIDDEN, "the admin cannot be used from your address");
            return;
        }
        Visit visit = Visit.begin(request, address);
        identify(visit, request);
        if (visit.caller().isEmpty() && !isLogin(request)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Seedbed\"");
            askForToken(request, response);
            return;
        }
        try {
            visit.brings(AdminEndpoint.isRead(request) ? Form.NONE : Form.read(request));
            admit(visit, request, response, chain);
        } catch (Form.RefusedException refused) {
            response.setHeader("Connection", "close");
            Answers.error(request, response, refused.status(), String.valueOf(refused.getMessage()));
        }
    }

    /** Where a front server does not tell whom it speaks for, that is nobody from our networks, unless all are ours. */
    private boolean isAllowed(Optional<IpAddress> address) {
        return address.isPresent() ? networks.contains(address.get()) : networks.holdEverything();
    }

    private void admit(Visit visit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForged(visit, request) && !isLogin(request)) {
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "the console's own form is expected, or the header X-CSRF-Token; load the page again");
        } else {
            chain.doFilter(request, response);
        }
        writeDown(visit, request, response);
    }

    private void askForToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Answers.wantsPage(request)) {
            loginPage.show(request, response, HttpServletResponse.SC_UNAUTHORIZED, "");
        } else {
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "the header Authorization: Bearer TOKEN is expected");
        }
    }

    private void identify(Visit visit, HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            bearer(authorization).ifPresent(visit::isBy);
            return;
        }
        for (String id : SessionCookie.ids(request)) {
            Optional<Session> session = sessions.find(id);
            if (session.isPresent()) {
                visit.isIn(session.get());
                return;
            }
        }
    }

    private Optional<Caller> bearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? keyring.callerWith(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getServletPath().equals(LoginServlet.PATH)
                && request.getPathInfo() == null
                && request.getMethod().equals("POST");
    }

    /** A browser sends its cookie with whatever any page makes it send; a program with a token knows what it does. */
    private static boolean isForged(Visit visit, HttpServletRequest request) {
        if (AdminEndpoint.isRead(request) || visit.session().isEmpty()) {
            return false;
        }
        @Nullable String header = request.getHeader("X-CSRF-Token");
        String presented = header != null ? header : visit.form().value("csrf").orElse("");
        return !visit.session().get().isCsrf(presented);
    }

    private void writeDown(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        if (AdminEndpoint.isRead(request)) {
            return;
        }
        audit.record(new AuditEntry(
                clock.instant(),
                visit.caller().map(Caller::name).orElse("nobody"),
                visit.deed(),
                visit.address(),
                result(response.getStatus())));
    }

    private static String result(int status) {
        if (status < 400) {
            return "done " + status;
        }
        return (status < 500 && status != RunAnswers.UNPROCESSABLE ? "refused " : "failed ") + status;
    }
}
