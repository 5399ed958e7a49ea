package seedbed.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A servlet that answers some methods and refuses the others, and never shows a stack trace. */
abstract class Endpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    private final List<String> methods;

    Endpoint(String... methods) {
        this.methods = List.of(methods);
    }

    /** Answers a request with one of the methods; HEAD comes as GET whose body is dropped. */
    abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** The methods that are answered at the path of this request: all of them, unless an endpoint has several paths. */
    List<String> methodsAt(HttpServletRequest request) {
        return methods;
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        List<String> here = methodsAt(request);
        if (!here.contains(method)) {
            Answers.wrongMethod(request, response, String.join(", ", here));
            return;
        }
        try {
            answer(request, response);
        } catch (RuntimeException defect) {
            LOG.error("{} {} met a defect", request.getMethod(), request.getServletPath(), defect);
            if (!response.isCommitted()) {
                response.resetBuffer();
                Answers.error(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "internal error");
            }
        }
    }
}
