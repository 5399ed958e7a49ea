package seedbed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import seedbed.admin.Run;
import seedbed.admin.RunReport;

/** How a request that began a run is answered. */
final class RunAnswers {

    /** WebDAV's "unprocessable", which the servlet API has no name for. */
    static final int UNPROCESSABLE = 422;

    private RunAnswers() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, Run run, boolean wait)
            throws IOException {
        if (isForConsole(request)) {
            Answers.seeOther(request, response, "/admin/runs/" + run.id());
            return;
        }
        RunReport report = wait ? run.await() : run.report();
        response.setHeader("Location", request.getContextPath() + "/admin/runs/" + report.id());
        if (Answers.wantsText(request)) {
            Answers.text(response, status(report, wait), RunText.of(report));
        } else {
            Answers.json(response, status(report, wait), report);
        }
    }

    /** A browser that posted a form follows the run on its page. */
    private static boolean isForConsole(HttpServletRequest request) {
        return Visit.of(request).session().isPresent() && Answers.wantsPage(request);
    }

    private static int status(RunReport report, boolean ended) {
        if (!ended) {
            return HttpServletResponse.SC_ACCEPTED;
        }
        return report.state().equals("failed") ? UNPROCESSABLE : HttpServletResponse.SC_OK;
    }
}
