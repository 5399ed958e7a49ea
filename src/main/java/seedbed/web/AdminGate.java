package seedbed.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import seedbed.admin.AdminToken;

/** Lets nobody pass to {@code /admin} without the token, not even to learn what there is. */
public final class AdminGate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "bearer ";

    private final transient AdminToken token;

    public AdminGate(AdminToken token) {
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isAuthorised(request.getHeader("Authorization"))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Seedbed\"");
            Answers.error(
                    request,
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "the header Authorization: Bearer TOKEN is expected");
        }
    }

    private boolean isAuthorised(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.matches(header.substring(SCHEME.length()).strip());
    }
}
