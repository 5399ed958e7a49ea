package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page that asks a browser for a token, in place of whatever page it wanted. */
final class LoginPage {

    /** Only what can be a page of the console: from there a browser goes nowhere else. */
    private static final Pattern PAGE = Pattern.compile("/admin/[A-Za-z0-9/-]{0,80}");

    private final ConsolePages pages;

    LoginPage(ConsolePages pages) {
        this.pages = pages;
    }

    /** @param complaint about the token that was given; empty if none was */
    void show(HttpServletRequest request, HttpServletResponse response, int status, String complaint)
            throws IOException {
        String tail = request.getPathInfo() == null ? "" : request.getPathInfo();
        // What was posted is lost: there is only a page to go back to where one was asked for.
        String asked = AdminEndpoint.isRead(request) ? request.getServletPath() + tail : "";
        String wanted = Visit.of(request).form().value("next").orElse(asked);
        pages.show(request, response, status, new ConsoleView.Login(complaint, destination(wanted)));
    }

    /** Where to go after a login, as a path within the application. */
    static String destination(String wanted) {
        return Optional.of(wanted)
                .filter(path -> PAGE.matcher(path).matches())
                .filter(path -> !path.contains("//") && !path.equals(LoginServlet.PATH))
                .orElse("/admin/");
    }
}
