package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.admin.Run;
import seedbed.admin.RunDesk;
import seedbed.release.PublicationOptions;

/**
 * {@code POST /admin/regenerate}: 202 and where the run can be watched; with {@code wait=true} the report of the run once
 * it ended, 200 or, where it failed, 422. {@code dry-run=true} changes nothing, {@code force=true} allows a removal of
 * most torrents. With {@code Accept: text/plain} the report comes as lines for a terminal.
 */
public final class RegenerateServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;

    public RegenerateServlet(RunDesk desk) {
        super("POST");
        this.desk = desk;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request);
        Run run = desk.regenerate("request", new PublicationOptions(query.isTrue("dry-run"), query.isTrue("force")));
        RunAnswers.answer(request, response, run, query.isTrue("wait"));
    }
}
