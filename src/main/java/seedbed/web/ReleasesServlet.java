package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.admin.RunDesk;
import seedbed.release.Publisher;
import seedbed.release.ReleaseInfo;

/** {@code POST /admin/releases/ID/activate}: makes a kept release current again, and answers when it is. */
public final class ReleasesServlet extends Endpoint {

    private static final long serialVersionUID = 1L;
    private static final Pattern ACTIVATE = Pattern.compile("([^/]+)/activate");

    private final transient RunDesk desk;
    private final transient Publisher publisher;

    public ReleasesServlet(RunDesk desk, Publisher publisher) {
        super("POST");
        this.desk = desk;
        this.publisher = publisher;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = ACTIVATE.matcher(PathTail.of(request));
        if (path.matches() && kept().contains(path.group(1))) {
            RunAnswers.answer(request, response, desk.activate(path.group(1)), true);
        } else {
            Answers.error(request, response, HttpServletResponse.SC_NOT_FOUND, "there is no such release");
        }
    }

    private List<String> kept() {
        return publisher.releases().stream().map(ReleaseInfo::id).toList();
    }
}
