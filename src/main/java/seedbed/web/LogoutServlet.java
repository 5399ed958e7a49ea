package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import seedbed.admin.Sessions;

/** {@code POST /admin/logout}: ends the session that it comes in. */
public final class LogoutServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient Sessions sessions;
    private final transient Visitors visitors;

    public LogoutServlet(Sessions sessions, Visitors visitors) {
        super("POST");
        this.sessions = sessions;
        this.visitors = visitors;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
        Visit.of(request).deed("log out");
        SessionCookie.ids(request).forEach(sessions::close);
        SessionCookie.clear(request, response, visitors.isOverTls(request));
        Answers.seeOther(request, response, "/admin/");
    }
}
