package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.admin.Audit;
import seedbed.admin.AuditEntry;
import seedbed.admin.AuditUnavailable;
import seedbed.admin.Scope;

/** {@code GET /admin/audit}: who changed what lately, as a page or as JSON. */
public final class AuditServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final transient Audit audit;
    private final transient ConsolePages pages;
    private final transient Clock clock;

    public AuditServlet(Audit audit, ConsolePages pages, Clock clock) {
        super(Map.of("GET", Set.of(Scope.ADMIN)));
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            List<ConsoleView.AuditRow> rows =
                    audit.latest(SHOWN).stream().map(this::row).toList();
            pages.answer(request, response, rows, () -> new ConsoleView.AuditTrail(rows));
        } catch (AuditUnavailable away) {
            Answers.databaseAway(request, response);
        }
    }

    private ConsoleView.AuditRow row(AuditEntry entry) {
        return new ConsoleView.AuditRow(
                ConsoleView.Moment.of(entry.time(), clock.instant()),
                entry.who(),
                entry.what(),
                entry.address(),
                entry.result());
    }
}
