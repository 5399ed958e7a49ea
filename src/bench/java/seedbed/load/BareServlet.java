package seedbed.load;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The floor: a servlet that knows its answer, as long as an announce's with 50 peers, before it is asked. */
public final class BareServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ANSWER_LENGTH = 436;

    private final byte[] answer = new byte[ANSWER_LENGTH];

    private BareServlet() {
        Arrays.fill(answer, (byte) 'x');
    }

    /** Serves on a port and a Unix-domain socket. */
    public static void main(String[] arguments) throws Exception {
        JettyServer.serve(Integer.parseInt(arguments[0]), Path.of(arguments[1]), new BareServlet());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
