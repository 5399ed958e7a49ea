package seedbed.load;

import java.util.List;
import java.util.Locale;

/** What was measured and what was to be reached, as a page of Markdown. */
final class Report {

    private Report() {}

    static String of(String machine, List<Figures> figures, List<Reach> reached, LargeFigures large) {
        StringBuilder page = new StringBuilder(head(machine));
        figures.forEach(row -> page.append(line(row)));
        page.append(large.lines());
        page.append("\n| ratio within this run | reach | here | |\n|---|--:|--:|---|\n");
        reached.forEach(row -> page.append(row.line()));
        return page.toString();
    }

    private static String head(String machine) {
        return String.format(Locale.ROOT, """
                ## The same load, in turn, on one machine

                %s. The load generator (wrk, 2 threads, %d connections) shares the cores, so announces/s are of both
                together; CPU is that of the tracker's process alone, collections, compilers and writing to the
                database included; "around" is that of lighttpd and PostgreSQL. PostgreSQL has Debian's settings.
                Swarms have 100 peers, each announce asks for 50. Figures are medians of %d rounds,
                and so are ratios, each of which was taken within one round.

                | tracker | way | peers | announces/s | CPU µs each | around | p50 ms | p99 ms | p99.9 ms | failures | RSS MB |
                |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """, machine, Load.CONNECTIONS, Contest.ROUNDS);
    }

    private static String line(Figures row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %.0f |%n",
                row.contestant(),
                row.way().title(),
                row.population(),
                row.perSecond(),
                row.serverMicros(),
                row.aroundMicros(),
                row.p50() / 1e3,
                row.p99() / 1e3,
                row.p999() / 1e3,
                row.failures(),
                row.residentBytes() / 1e6);
    }
}
