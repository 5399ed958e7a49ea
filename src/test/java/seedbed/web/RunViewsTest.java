package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.admin.RunReport;

/** What the page of a run tells while it goes on. */
class RunViewsTest {

    private static final Instant STARTED = Instant.parse("2026-11-25T12:00:00Z");

    private static ConsoleView.OneRun run(long secondsAgo, int done, int total, @Nullable Instant finished) {
        RunReport report = new RunReport(
                "id",
                finished == null ? "running" : "succeeded",
                "request",
                null,
                STARTED.toString(),
                finished == null ? null : finished.toString(),
                new RunReport.Progress(done, total),
                new RunReport.Counts(0, 0, 0, 0, 0, 0),
                List.of(),
                null,
                new RunReport.Order(false, false, false),
                List.of());
        return new RunViews(Clock.fixed(STARTED.plusSeconds(secondsAgo), ZoneOffset.UTC)).one(report);
    }

    @Test
    void whatIsLeftTakesAsLongForEachFileAsWhatIsDone() {
        assertThat(run(10, 250, 1_000, null).remaining()).isEqualTo("30 seconds");
    }

    @Test
    void fewFilesPromiseNothing() {
        assertThat(run(10, 5, 1_000, null).remaining()).isEmpty();
    }

    @Test
    void anEndedRunHasNothingLeft() {
        ConsoleView.OneRun ended = run(60, 1_000, 1_000, STARTED.plusSeconds(40));

        assertThat(ended.ended()).isTrue();
        assertThat(ended.remaining()).isEmpty();
    }
}
