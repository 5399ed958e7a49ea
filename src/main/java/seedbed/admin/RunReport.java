package seedbed.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.content.Problem;
import seedbed.protocol.InfoHash;

/**
 * What is known of a run; the names of the components are those of the JSON.
 *
 * @param state a word of {@link RunState}
 * @param trigger what asked for it
 * @param commit the git commit that was read, if any
 * @param started ISO 8601, once it has
 * @param finished ISO 8601, once it has
 * @param differences what a dry run would have changed; only of dry runs
 * @param order what was asked for
 * @param log what happened, in order
 */
public record RunReport(
        String id,
        String state,
        String trigger,
        @Nullable String commit,
        @Nullable String started,
        @Nullable String finished,
        Progress progress,
        Counts counts,
        List<Complaint> problems,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Differences differences,
        Order order,
        List<Line> log) {

    public RunReport {
        problems = List.copyOf(problems);
        // Reports that earlier versions kept have neither.
        order = order == null ? Order.PLAIN : order;
        log = log == null ? List.of() : List.copyOf(log);
    }

    /**
     * How the run was asked for, and how it would have to be.
     *
     * @param dryRun that nothing be changed
     * @param force that most torrents may go
     * @param wantsForce that it failed for want of {@code force}
     */
    public record Order(
            @JsonProperty("dry_run") boolean dryRun,
            boolean force,
            @JsonProperty("wants_force") boolean wantsForce) {

        static final Order PLAIN = new Order(false, false, false);
    }

    /** What happened when. */
    public record Line(String time, String text) {}

    /** Outputs done so far, and in all. */
    public record Progress(int done, int total) {}

    /** What was published, and how many outputs differ from the release before. */
    public record Counts(int pages, int torrents, int images, int added, int changed, int removed) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        static Counts of(seedbed.release.Counts counts) {
            return new Counts(
                    counts.pages(),
                    counts.torrents(),
                    counts.images(),
                    counts.added(),
                    counts.changed(),
                    counts.removed());
        }
    }

    /** Paths below the release and info-hashes of the whitelist. */
    public record Differences(
            List<String> added,
            List<String> changed,
            List<String> removed,
            List<String> listed,
            List<String> unlisted) {

        static Differences of(seedbed.release.Differences differences) {
            return new Differences(
                    differences.added(),
                    differences.changed(),
                    differences.removed(),
                    differences.listed().stream().map(InfoHash::hex).toList(),
                    differences.unlisted().stream().map(InfoHash::hex).toList());
        }
    }

    /** A {@link Problem} as the JSON has it. */
    public record Complaint(String path, int line, int column, String severity, String message) {

        static Complaint of(Problem problem) {
            return new Complaint(
                    problem.path(),
                    problem.line(),
                    problem.column(),
                    problem.severity().word(),
                    problem.message());
        }
    }
}
