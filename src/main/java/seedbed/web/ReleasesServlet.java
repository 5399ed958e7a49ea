package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.admin.RunDesk;
import seedbed.admin.Scope;
import seedbed.release.Publisher;
import seedbed.release.ReleaseInfo;

/**
 * {@code GET /admin/releases}: those that are kept, the newest first; {@code POST /admin/releases/ID/activate}: makes one
 * of them current again, and answers when it is.
 */
public final class ReleasesServlet extends AdminEndpoint {

    private static final long serialVersionUID = 1L;
    private static final Pattern ACTIVATE = Pattern.compile("([^/]+)/activate");

    private final transient RunDesk desk;
    private final transient Publisher publisher;
    private final transient ConsolePages pages;
    private final transient Clock clock;

    public ReleasesServlet(RunDesk desk, Publisher publisher, ConsolePages pages, Clock clock) {
        super(Map.of("GET", Set.of(Scope.READ), "POST", Set.of(Scope.ADMIN)));
        this.desk = desk;
        this.publisher = publisher;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    List<String> methodsAt(HttpServletRequest request) {
        return List.of(ACTIVATE.matcher(PathTail.of(request)).matches() ? "POST" : "GET");
    }

    @Override
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tail = PathTail.of(request);
        Matcher activate = ACTIVATE.matcher(tail);
        if (activate.matches() && kept(activate.group(1))) {
            activate(request, response, activate.group(1));
        } else if (tail.isEmpty()) {
            list(request, response);
        } else {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such release");
        }
    }

    private boolean kept(String id) {
        return publisher.releases().stream().map(ReleaseInfo::id).anyMatch(id::equals);
    }

    private void activate(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Visit.of(request).deed("make release " + id + " current");
        RunAnswers.answer(request, response, desk.activate(id), true);
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<ReleaseInfo> newestFirst = new ArrayList<>(publisher.releases());
        Collections.reverse(newestFirst);
        List<ConsoleView.ReleaseRow> rows = newestFirst.stream()
                .map(release -> ReleaseViews.row(release, clock.instant()))
                .toList();
        pages.answer(request, response, rows, () -> new ConsoleView.Releases(rows));
    }
}
