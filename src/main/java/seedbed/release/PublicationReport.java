package seedbed.release;

import java.util.List;
import java.util.Optional;
import seedbed.content.Commit;
import seedbed.content.Problem;

/**
 * What became of a publication.
 *
 * @param release the release that is current because of it; empty after a dry run or a failure
 * @param commit what was read; empty for a plain directory, or if nothing could be read
 * @param differences from the release that was current before
 * @param problems sorted; without an error unless the publication failed
 * @param wantsForce whether it failed because most torrents would go, which is done when it is asked for with force
 */
public record PublicationReport(
        State state,
        Optional<String> release,
        Optional<Commit> commit,
        Counts counts,
        Differences differences,
        List<Problem> problems,
        boolean wantsForce) {

    /** How a publication can end. */
    public enum State {
        /** A new release is current, or, in a dry run, would be. */
        SUCCEEDED,
        /** The current release is already what the tree says. */
        UNCHANGED,
        /** Nothing was published; the previous release stays. */
        FAILED
    }

    public PublicationReport {
        problems = problems.stream().sorted().toList();
    }

    static PublicationReport of(
            State state, Optional<String> release, ManifestHead head, Differences differences, List<Problem> problems) {
        Counts counts = new Counts(
                head.pages(),
                head.torrents(),
                head.images(),
                differences.added().size(),
                differences.changed().size(),
                differences.removed().size());
        return new PublicationReport(state, release, head.commit(), counts, differences, problems, false);
    }

    static PublicationReport failed(Optional<Commit> commit, List<Problem> problems, boolean wantsForce) {
        return new PublicationReport(
                State.FAILED, Optional.empty(), commit, Counts.NONE, Differences.NONE, problems, wantsForce);
    }

    /** An error of the publication as a whole rather than of a file. */
    static Problem failure(String message) {
        return Problem.error(".", message);
    }
}
