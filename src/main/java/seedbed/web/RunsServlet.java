package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import seedbed.admin.RunDesk;
import seedbed.admin.RunReport;

/** {@code GET /admin/runs} and {@code /admin/runs/ID}: reports, newest first, as JSON or as a page. */
public final class RunsServlet extends Endpoint {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;
    private final transient RunPages pages;

    public RunsServlet(RunDesk desk) {
        super("GET");
        this.desk = desk;
        this.pages = new RunPages();
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = PathTail.of(request);
        if (id.isEmpty()) {
            show(request, response, desk.recent(), "runs");
            return;
        }
        Optional<RunReport> report = desk.find(id);
        if (report.isPresent()) {
            show(request, response, report.get(), "run");
        } else {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such run");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Object shown, String template)
            throws IOException {
        if (Answers.wantsPage(request)) {
            response.setHeader("Cache-Control", "no-store");
            Answers.bytes(
                    response,
                    HttpServletResponse.SC_OK,
                    "text/html; charset=utf-8",
                    pages.render(template, shown, request.getContextPath()));
        } else {
            Answers.json(response, HttpServletResponse.SC_OK, shown);
        }
    }
}
