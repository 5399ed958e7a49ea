package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 404 where nothing else is mapped. In a container it also stands in for the container's own file servlet, which
 * would hand out the classes at the root of the WAR.
 */
public final class NothingServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    public NothingServlet() {
        super("GET", "POST", "PUT", "DELETE");
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here");
    }
}
