package seedbed.release;

/**
 * The size of a release and of what is new in it.
 *
 * @param pages HTML pages of the webroot
 * @param torrents torrents, each of which is several files
 * @param images images of the webroot
 * @param added files that the release before did not have
 * @param changed files with other bytes than in the release before
 * @param removed files that only the release before had
 */
public record Counts(int pages, int torrents, int images, int added, int changed, int removed) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
