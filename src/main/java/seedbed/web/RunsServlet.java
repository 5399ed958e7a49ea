package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import seedbed.admin.RunDesk;
import seedbed.admin.RunReport;
import seedbed.admin.Scope;

/** {@code GET /admin/runs} and {@code /admin/runs/ID}: reports, newest first, as JSON or as a page. */
public final class RunsServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;
    private final transient ConsolePages pages;
    private final transient RunViews views;

    public RunsServlet(RunDesk desk, ConsolePages pages, Clock clock) {
        super(Map.of("GET", Set.of(Scope.READ, Scope.REGENERATE)));
        this.desk = desk;
        this.pages = pages;
        this.views = new RunViews(clock);
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = PathTail.of(request);
        if (id.isEmpty()) {
            List<RunReport> recent = desk.recent();
            pages.answer(request, response, recent, () -> new ConsoleView.Runs(views.rows(recent)));
            return;
        }
        Optional<RunReport> report = desk.find(id);
        if (report.isPresent()) {
            pages.answer(request, response, report.get(), () -> views.one(report.get()));
        } else {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such run");
        }
    }
}
