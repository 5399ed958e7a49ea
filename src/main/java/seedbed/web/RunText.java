package seedbed.web;

import seedbed.admin.RunReport;

/** The report of a run for a terminal: its problems, one a line as {@code check} writes them, and a line to sum up. */
final class RunText {

    private RunText() {}

    static String of(RunReport report) {
        StringBuilder text = new StringBuilder();
        for (RunReport.Complaint problem : report.problems()) {
            text.append(line(problem)).append('\n');
        }
        return text.append(summary(report)).append('\n').toString();
    }

    private static String line(RunReport.Complaint problem) {
        String place =
                problem.line() == 0 ? problem.path() : problem.path() + ':' + problem.line() + ':' + problem.column();
        return place + ": " + problem.severity() + ": " + problem.message();
    }

    private static String summary(RunReport report) {
        return switch (report.state()) {
            case "failed" -> "not published: the release before stays";
            case "unchanged" -> "nothing to publish: the current release is what the content says";
            case "succeeded" ->
                (report.differences() == null ? "published" : "would be published")
                        + commit(report)
                        + ": "
                        + size(report.counts());
            default ->
                report.state() + ": " + report.progress().done() + " of "
                        + report.progress().total();
        };
    }

    private static String commit(RunReport report) {
        return report.commit() == null ? "" : " of commit " + report.commit();
    }

    private static String size(RunReport.Counts counts) {
        return counts.torrents() + " torrents, " + counts.pages() + " pages, " + counts.images() + " images; "
                + counts.added() + " files added, " + counts.changed() + " changed, " + counts.removed() + " removed";
    }
}
