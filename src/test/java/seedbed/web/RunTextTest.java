package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.admin.RunReport;

class RunTextTest {

    private static RunReport report(
            String state, RunReport.@Nullable Differences differences, RunReport.Complaint... problems) {
        return new RunReport(
                "id",
                state,
                "request",
                "abc123",
                null,
                null,
                new RunReport.Progress(7, 9),
                new RunReport.Counts(4, 3, 2, 5, 1, 0),
                List.of(problems),
                differences,
                new RunReport.Order(differences != null, false, false),
                List.of());
    }

    @Test
    void aPublicationTellsItsCountsAfterItsWarnings() {
        assertThat(RunText.of(report(
                        "succeeded", null, new RunReport.Complaint("a.iso", 0, 0, "warning", "is not published"))))
                .isEqualTo("a.iso: warning: is not published\n"
                        + "published of commit abc123: 3 torrents, 4 pages, 2 images;"
                        + " 5 files added, 1 changed, 0 removed\n");
    }

    @Test
    void aFailureTellsThePlaces() {
        assertThat(RunText.of(
                        report("failed", null, new RunReport.Complaint("a.txt", 3, 7, "error", "is not UTF-8 text"))))
                .isEqualTo("a.txt:3:7: error: is not UTF-8 text\nnot published: the release before stays\n");
    }

    @Test
    void aDryRunPublishesNothing() {
        RunReport.Differences none = new RunReport.Differences(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(RunText.of(report("succeeded", none))).startsWith("would be published");
    }

    @Test
    void whatGoesOnTellsItsProgress() {
        assertThat(RunText.of(report("running", null))).isEqualTo("running: 7 of 9\n");
    }
}
