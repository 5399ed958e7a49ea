package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import seedbed.admin.Run;
import seedbed.admin.RunDesk;
import seedbed.admin.Scope;
import seedbed.release.PublicationOptions;

/**
 * {@code POST /admin/regenerate}: 202 and where the run can be watched; with {@code wait=true} the report of the run once
 * it ended, 200 or, where it failed, 422. {@code dry-run=true} changes nothing, {@code force=true} allows a removal of
 * most torrents. With {@code Accept: text/plain} the report comes as lines for a terminal.
 */
public final class RegenerateServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;

    private final transient RunDesk desk;

    public RegenerateServlet(RunDesk desk) {
        super(Map.of("POST", Set.of(Scope.REGENERATE)));
        this.desk = desk;
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request);
        Visit visit = Visit.of(request);
        PublicationOptions options = new PublicationOptions(query.isTrue("dry-run"), query.isTrue("force"));
        Run run = desk.regenerate(visit.caller().orElseThrow().name(), options);
        visit.deed((options.dryRun() ? "try a publication" : "publish") + (options.force() ? " with force" : "")
                + ", run " + run.id());
        RunAnswers.answer(request, response, run, query.isTrue("wait"));
    }
}
