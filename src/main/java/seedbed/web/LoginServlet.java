package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.admin.Caller;
import seedbed.admin.Keyring;
import seedbed.admin.LoginThrottle;
import seedbed.admin.Sessions;

/** {@code POST /admin/login}: a token in the field {@code token} opens a session. */
public final class LoginServlet extends Endpoint {

    static final String PATH = "/admin/login";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);
    private static final int TOO_MANY = 429;

    private final transient Keyring keyring;
    private final transient Sessions sessions;
    private final transient LoginThrottle throttle;
    private final transient Visitors visitors;
    private final transient LoginPage page;

    public LoginServlet(
            Keyring keyring, Sessions sessions, LoginThrottle throttle, Visitors visitors, ConsolePages pages) {
        super("GET", "POST");
        this.keyring = keyring;
        this.sessions = sessions;
        this.throttle = throttle;
        this.visitors = visitors;
        this.page = new LoginPage(pages);
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (AdminEndpoint.isRead(request)) {
            // Who is not logged in has met the gate instead.
            Answers.seeOther(request, response, "/admin/");
            return;
        }
        Visit visit = Visit.of(request);
        visit.deed("log in");
        Optional<Duration> wait = throttle.attempt(visit.network());
        if (wait.isPresent()) {
            response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds() + 1));
            refuse(request, response, TOO_MANY, "Too many wrong tokens from your address. Try again later.");
            return;
        }
        Optional<Caller> caller = keyring.callerWith(visit.form().text("token"));
        if (caller.isPresent()) {
            logIn(visit, caller.get(), request, response);
        } else {
            LOG.warn("a login with a wrong token; the audit says from where");
            LOG.debug("a login from {} with a wrong token", visit.address());
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "That is no token of this mirror.");
        }
    }

    /** Always under a new id: one that somebody else may have planted in the browser is worth nothing. */
    private void logIn(Visit visit, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        throttle.succeeded(visit.network());
        SessionCookie.ids(request).forEach(sessions::close);
        visit.isBy(caller);
        SessionCookie.set(request, response, sessions.open(caller), visitors.isOverTls(request));
        Answers.seeOther(request, response, LoginPage.destination(visit.form().text("next")));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        if (Answers.wantsPage(request)) {
            page.show(request, response, status, message);
        } else {
            Answers.error(request, response, status, message);
        }
    }
}
