package seedbed.launch;

import java.io.PrintStream;
import java.util.List;
import seedbed.content.Problem;
import seedbed.protocol.InfoHash;
import seedbed.release.Differences;
import seedbed.release.PublicationReport;

/** What a publication tells the person who ran it: differences and problems to read, one line to sum up. */
final class ReportPrinter {

    private final PrintStream out;
    private final PrintStream err;

    ReportPrinter(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void print(PublicationReport report, boolean dryRun) {
        if (dryRun) {
            differences(report.differences());
        }
        for (Problem problem : report.problems()) {
            out.println(problem);
        }
        out.flush();
        err.println(summary(report, dryRun));
    }

    private void differences(Differences differences) {
        lines("+ ", differences.added());
        lines("~ ", differences.changed());
        lines("- ", differences.removed());
        lines("+ whitelist/", hex(differences.listed()));
        lines("- whitelist/", hex(differences.unlisted()));
    }

    private void lines(String mark, List<String> paths) {
        paths.forEach(path -> out.println(mark + path));
    }

    private static List<String> hex(List<InfoHash> hashes) {
        return hashes.stream().map(InfoHash::hex).toList();
    }

    private static String summary(PublicationReport report, boolean dryRun) {
        return switch (report.state()) {
            case FAILED ->
                "not published: "
                        + report.problems().stream().filter(Problem::isError).count()
                        + " errors; the release before stays";
            case UNCHANGED -> "nothing to publish: the current release is what the content says";
            case SUCCEEDED -> (dryRun ? "would publish: " : "published: ") + size(report);
        };
    }

    private static String size(PublicationReport report) {
        return report.counts().torrents() + " torrents, " + report.counts().pages() + " pages, "
                + report.counts().added() + " files added, " + report.counts().changed() + " changed, "
                + report.counts().removed() + " removed";
    }
}
