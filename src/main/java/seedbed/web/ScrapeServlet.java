package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.protocol.TrackerReply;

/** {@code GET /scrape}. */
public final class ScrapeServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient TrackerDesk desk;

    public ScrapeServlet(TrackerDesk desk) {
        super("GET");
        this.desk = desk;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TrackerReply reply = desk.scrape(request.getQueryString());
        Answers.bytes(response, HttpServletResponse.SC_OK, TrackerReply.CONTENT_TYPE, reply.bytes());
    }
}
