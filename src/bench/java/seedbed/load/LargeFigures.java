package seedbed.load;

import java.util.List;
import java.util.Locale;

/**
 * What a Seedbed with a million peers did besides answering.
 *
 * @param inserted rows written a second while all peers announced for the first time
 * @param updated rows written a second while they announced again
 * @param emptyStart seconds from a start with an empty store until announces are answered
 * @param fullStart the same with all peers in the store
 */
record LargeFigures(double inserted, double updated, Outage outage, Stack stack, double emptyStart, double fullStart) {

    /** More than this is more than what two runs of the same differ by. */
    private static final double UNCHANGED = 1.25;

    private static final double ROWS_PER_SECOND = 20_000;
    private static final double MEGABYTES = 900;

    List<Reach> reached() {
        return List.of(
                Reach.atMost(
                        "p99 at half load with PostgreSQL stopped, to that with it running",
                        UNCHANGED,
                        (double) outage.stopped().p99() / (double) outage.calm().p99()),
                Reach.atMost("failures of announces while PostgreSQL was stopped", 0, (double)
                        outage.stopped().failures()),
                Reach.atLeast(
                        "peers written after it went on, of those answered (%)",
                        100, 100.0 * outage.found() / outage.expected()),
                Reach.atLeast("rows written a second, sustained", ROWS_PER_SECOND, updated),
                Reach.atMost("seconds until announces are answered, with an empty store", 2, emptyStart),
                Reach.atMost("the same with 1,000,000 peers stored", 5, fullStart),
                Reach.atMost("whole stack with 1,000,000 peers, MB resident", MEGABYTES, stack.sum() / 1e6));
    }

    /** Paragraphs of the report. */
    String lines() {
        return String.format(
                Locale.ROOT,
                """

                With 1,000,000 peers in 10,000 swarms: the JVM has %.0f MB resident (%.0f MB of its heap alive, %.0f bytes a
                peer, after a full collection), PostgreSQL with all its processes %.0f MB, lighttpd %.0f MB (shared pages
                counted in proportion).

                Rows written a second, until the last one was: %,.0f of first announces, %,.0f of later ones, both while
                announces came as fast as they were answered; %,.0f when PostgreSQL went on after a stop.

                At half load (%,.0f announces/s) p99 was %.2f ms with PostgreSQL running and %.2f ms while it was stopped
                (SIGSTOP, %d s, %d failures); of %,d new peers answered in both, %,d were in the database in the end.
                """,
                stack.tracker() / 1e6,
                stack.live() / 1e6,
                stack.live() / 1e6,
                stack.postgres() / 1e6,
                stack.front() / 1e6,
                inserted,
                updated,
                outage.caughtUp(),
                outage.stopped().perSecond(),
                outage.calm().p99() / 1e3,
                outage.stopped().p99() / 1e3,
                outage.stopped().micros() / 1_000_000,
                outage.stopped().failures(),
                outage.expected(),
                outage.found());
    }
}
