package seedbed.admin;

import java.util.Locale;
import seedbed.release.PublicationReport;

/** How far a run of a regeneration has come. */
public enum RunState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** The content is what is already published. */
    UNCHANGED,
    FAILED;

    static RunState of(PublicationReport.State end) {
        return switch (end) {
            case SUCCEEDED -> SUCCEEDED;
            case UNCHANGED -> UNCHANGED;
            case FAILED -> FAILED;
        };
    }

    /** The word readers of the report see. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
