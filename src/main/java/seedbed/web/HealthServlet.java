package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code GET /healthz} and {@code /readyz}: 200 or 503, and the same in one line of JSON. */
public final class HealthServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient BooleanSupplier state;

    /** @param what the state's name in the answer */
    public HealthServlet(String what, BooleanSupplier state) {
        super("GET");
        this.what = what;
        this.state = state;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean good = state.getAsBoolean();
        int status = good ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        Answers.json(response, status, Map.of(what, good));
    }
}
