package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import seedbed.admin.Caller;
import seedbed.admin.Scope;

/** An endpoint below {@code /admin}, which says of each of its methods whose it is. */
abstract class AdminEndpoint extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Set<Scope>> scopes;

    /** @param scopes for each method, any of which is enough; {@link Scope#ADMIN} always is */
    AdminEndpoint(Map<String, Set<Scope>> scopes) {
        super(scopes.keySet().stream().sorted().toArray(String[]::new));
        this.scopes = Map.copyOf(scopes);
    }

    /** Answers a request of somebody who may make it. */
    abstract void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    final void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<Scope> enough = scopes.getOrDefault(isRead(request) ? "GET" : request.getMethod(), Set.of(Scope.ADMIN));
        Caller caller = Visit.of(request).caller().orElseThrow();
        if (caller.may(enough.toArray(Scope[]::new))) {
            handle(request, response);
        } else {
            Answers.error(
                    request, response, HttpServletResponse.SC_FORBIDDEN, "the scope of this token does not reach here");
        }
    }

    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
