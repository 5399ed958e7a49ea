package seedbed.release;

import java.time.Instant;
import java.util.Optional;
import seedbed.content.Commit;

/**
 * A release that is kept.
 *
 * @param id its number, as written in its path
 * @param created when it was built
 * @param commit what it was built from; empty for a plain directory
 * @param pages HTML pages
 * @param torrents how many it has
 * @param images of its webroot
 * @param current whether visitors see it now
 */
public record ReleaseInfo(
        String id, Instant created, Optional<Commit> commit, int pages, int torrents, int images, boolean current) {

    /** The id of the commit it was built from; empty text for a plain directory. */
    public String commitId() {
        return commit.map(Commit::id).orElse("");
    }

    static ReleaseInfo of(String id, ManifestHead head, boolean current) {
        return new ReleaseInfo(
                id, head.created(), head.commit(), head.pages(), head.torrents(), head.images(), current);
    }
}
