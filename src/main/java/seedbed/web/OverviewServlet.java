package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.admin.RunDesk;
import seedbed.admin.Scope;
import seedbed.campus.FrontServers;
import seedbed.release.Publisher;

/** {@code GET /admin/}: whether all is well, as a page or as JSON. Other paths that nobody answers are not found. */
public final class OverviewServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;
    private static final int RUNS = 8;

    private final transient TrackerReport tracker;
    private final transient SeedBoxReport seedBoxes;
    private final transient DatabaseReport database;
    private final transient FrontServers frontServers;
    private final transient Publisher publisher;
    private final transient RunDesk desk;
    private final transient ConsolePages pages;
    private final transient Clock clock;

    public OverviewServlet(
            TrackerReport tracker,
            SeedBoxReport seedBoxes,
            DatabaseReport database,
            FrontServers frontServers,
            Publisher publisher,
            RunDesk desk,
            ConsolePages pages,
            Clock clock) {
        super(Map.of("GET", Set.of(Scope.READ)));
        this.tracker = tracker;
        this.seedBoxes = seedBoxes;
        this.database = database;
        this.frontServers = frontServers;
        this.publisher = publisher;
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            Answers.seeOther(request, response, "/admin/");
        } else if (!request.getPathInfo().equals("/")) {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here");
        } else {
            ConsoleView.Overview overview = overview();
            pages.answer(request, response, overview, () -> overview);
        }
    }

    private ConsoleView.Overview overview() {
        ConsoleView.TrackerState trackerState = tracker.state();
        ConsoleView.DatabaseState databaseState = database.state();
        ConsoleView.@Nullable ReleaseState release = publisher
                .current()
                .map(current -> ReleaseViews.state(current, clock.instant()))
                .orElse(null);
        return new ConsoleView.Overview(
                warnings(trackerState, databaseState),
                trackerState,
                databaseState,
                release,
                seedBoxes.boxes(databaseState.reachable()),
                new RunViews(clock).rows(desk.recent().stream().limit(RUNS).toList()));
    }

    private List<String> warnings(ConsoleView.TrackerState trackerState, ConsoleView.DatabaseState databaseState) {
        List<String> warnings = new ArrayList<>();
        if (!trackerState.ready()) {
            warnings.add(
                    "The tracker does not know its whitelist yet: it refuses announces until the database is there.");
        } else if (!databaseState.reachable()) {
            warnings.add(
                    "The database is out of reach. The tracker goes on from memory with the whitelist it last read;"
                            + " publishing waits.");
        }
        frontServers
                .firstIgnored()
                .ifPresent(peer -> warnings.add(peer + " sends X-Forwarded-For but is not in proxy.trusted: the header"
                        + " is ignored. If " + peer + " is your front server, all peers now seem to be at its address;"
                        + " add it to proxy.trusted."));
        return warnings;
    }
}
