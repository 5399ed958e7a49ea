package seedbed.release;

import java.time.Instant;
import java.util.Optional;
import seedbed.content.Commit;

/**
 * What can be said of a release in a line.
 *
 * @param created when it was built
 * @param commit what it was built from; empty for a plain directory
 * @param pages HTML pages of its webroot
 * @param torrents how many it has
 * @param images of its webroot
 */
record ManifestHead(Instant created, Optional<Commit> commit, int pages, int torrents, int images) {}
