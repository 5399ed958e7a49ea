package seedbed.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.admin.RunReport;

/** Reports of runs, prepared for people. */
final class RunViews {

    /** More names than this nobody reads; programs get all of them. */
    private static final int MOST_NAMES = 500;

    private static final int ENOUGH_DONE = 20;

    private final Clock clock;

    RunViews(Clock clock) {
        this.clock = clock;
    }

    List<ConsoleView.RunRow> rows(List<RunReport> reports) {
        return reports.stream().map(this::row).toList();
    }

    private ConsoleView.RunRow row(RunReport report) {
        int errors = (int) report.problems().stream().filter(RunViews::isError).count();
        ConsoleView.@Nullable Moment started = report.started() == null
                ? null
                : ConsoleView.Moment.of(Instant.parse(report.started()), clock.instant());
        return new ConsoleView.RunRow(report, started, errors, report.problems().size() - errors);
    }

    private static boolean isError(RunReport.Complaint complaint) {
        return complaint.severity().equals("error");
    }

    ConsoleView.OneRun one(RunReport report) {
        return new ConsoleView.OneRun(
                report, report.finished() != null, remaining(report), byFile(report.problems()), differences(report));
    }

    /** As long again for each file as those that are done have taken. */
    private String remaining(RunReport report) {
        int done = report.progress().done();
        if (report.started() == null || report.finished() != null || done < ENOUGH_DONE) {
            return "";
        }
        Duration taken = Duration.between(Instant.parse(report.started()), clock.instant());
        double left = (double) (report.progress().total() - done) / done;
        return Spoken.span(Duration.ofMillis((long) (left * taken.toMillis())));
    }

    private static List<ConsoleView.FileProblems> byFile(List<RunReport.Complaint> problems) {
        Map<String, List<RunReport.Complaint>> byFile = new LinkedHashMap<>();
        problems.forEach(problem -> byFile.computeIfAbsent(problem.path(), path -> new ArrayList<>())
                .add(problem));
        return byFile.entrySet().stream()
                .map(entry -> new ConsoleView.FileProblems(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<ConsoleView.Difference> differences(RunReport report) {
        RunReport.@Nullable Differences all = report.differences();
        if (all == null || report.state().equals("failed")) {
            return List.of();
        }
        return List.of(
                files("Site", "what visitors see: webroot/", all, path -> path.startsWith("webroot/")),
                files(
                        "Seed boxes",
                        "what seed boxes pull: rsync/, and origin/ for those that may fetch from outside",
                        all,
                        path -> !path.startsWith("webroot/")),
                difference(
                        "Whitelist",
                        "what the tracker serves; removed entries end after a grace period",
                        List.of(
                                change("added", all.listed(), hash -> true),
                                change("removed", all.unlisted(), hash -> true))));
    }

    private static ConsoleView.Difference files(
            String title, String explanation, RunReport.Differences all, Predicate<String> here) {
        return difference(
                title,
                explanation,
                List.of(
                        change("added", all.added(), here),
                        change("changed", all.changed(), here),
                        change("removed", all.removed(), here)));
    }

    private static ConsoleView.Difference difference(
            String title, String explanation, List<ConsoleView.Change> changes) {
        List<ConsoleView.Change> some =
                changes.stream().filter(change -> change.count() > 0).toList();
        return new ConsoleView.Difference(title, explanation, some, some.isEmpty());
    }

    private static ConsoleView.Change change(String what, List<String> all, Predicate<String> here) {
        List<String> names = all.stream().filter(here).toList();
        return new ConsoleView.Change(what, names.subList(0, Math.min(MOST_NAMES, names.size())), names.size());
    }
}
