package seedbed.web;

import java.time.Instant;
import seedbed.release.ReleaseInfo;

/** Kept releases, prepared for people. */
final class ReleaseViews {

    private ReleaseViews() {}

    static ConsoleView.ReleaseRow row(ReleaseInfo release, Instant now) {
        return new ConsoleView.ReleaseRow(state(release, now), release.current());
    }

    static ConsoleView.ReleaseState state(ReleaseInfo release, Instant now) {
        return new ConsoleView.ReleaseState(
                release.id(),
                release.commitId(),
                ConsoleView.Moment.of(release.created(), now),
                release.pages(),
                release.torrents(),
                release.images());
    }
}
