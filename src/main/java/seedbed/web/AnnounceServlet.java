package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.protocol.TrackerReply;

/** {@code GET /announce}. */
public final class AnnounceServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient TrackerDesk desk;

    public AnnounceServlet(TrackerDesk desk) {
        super("GET");
        this.desk = desk;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TrackerReply reply = desk.announce(request.getQueryString(), RemoteEnd.of(request));
        Answers.bytes(response, HttpServletResponse.SC_OK, TrackerReply.CONTENT_TYPE, reply.bytes());
    }
}
