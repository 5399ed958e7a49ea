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
 * @param torrents how many it has
 * @param current whether visitors see it now
 */
public record ReleaseInfo(String id, Instant created, Optional<Commit> commit, int torrents, boolean current) {

    static ReleaseInfo of(String id, ManifestHead head, boolean current) {
        return new ReleaseInfo(id, head.created(), head.commit(), head.torrents(), current);
    }
}
