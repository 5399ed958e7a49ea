package seedbed.release;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import seedbed.content.Problem;

/**
 * Makes a release current in an order in which no visitor meets a torrent that the tracker refuses: entries of the
 * whitelist are added first, and those that no torrent needs any more end only after a grace period, in which clients
 * can still say goodbye.
 */
final class Handover {

    /** Makes the release ready to be current, and tells its number. */
    interface Placement {
        String place() throws IOException;
    }

    private final ReleaseShelf shelf;
    private final WhitelistPort whitelist;
    private final Duration grace;
    private final Clock clock;
    private final Consumer<Step> steps;

    Handover(ReleaseShelf shelf, WhitelistPort whitelist, Duration grace, Clock clock, Consumer<Step> steps) {
        this.shelf = shelf;
        this.whitelist = whitelist;
        this.grace = grace;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Makes a release current.
     *
     * @param problems takes what did not work, but does not matter to visitors
     * @return its number
     */
    String to(Manifest manifest, Placement placement, List<Problem> problems) throws IOException {
        whitelist.list(manifest.listings());
        steps.accept(Step.LISTED);
        String id = placement.place();
        steps.accept(Step.PLACED);
        shelf.makeCurrent(id);
        steps.accept(Step.CURRENT);
        unlistOthers(manifest, problems);
        steps.accept(Step.UNLISTED);
        return id;
    }

    /**
     * Sees to it that the whitelist is that of the current release, whatever happened to it meanwhile.
     *
     * @return what was not
     */
    Differences reconcile(Manifest current) {
        Differences differences = Differences.between(current, current, whitelist.published());
        whitelist.list(current.listings());
        whitelist.expireOthers(current.hashes(), clock.instant().plus(grace));
        return differences;
    }

    private void unlistOthers(Manifest manifest, List<Problem> problems) {
        try {
            whitelist.expireOthers(manifest.hashes(), clock.instant().plus(grace));
        } catch (WhitelistUnavailable e) {
            // The release is current: to call that a failure would be wrong, and the next publication makes up for it.
            problems.add(Problem.warning(
                    ".",
                    "the whitelist keeps the hashes of removed torrents until the next publication: "
                            + e.getMessage()));
        }
    }
}
