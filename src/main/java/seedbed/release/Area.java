package seedbed.release;

/** The parts of a release, each of which somebody else reads. */
enum Area {
    /** Visitors, through the web server. */
    WEBROOT("webroot/"),
    /** Seed boxes that may talk to the campus only. */
    RSYNC("rsync/"),
    /** Seed boxes that may fetch from outside. */
    ORIGIN("origin/");

    private final String prefix;

    Area(String prefix) {
        this.prefix = prefix;
    }

    String path(String relative) {
        return prefix + relative;
    }

    /** Whether a path inside a release is one of this part. */
    boolean has(String path) {
        return path.startsWith(prefix);
    }
}
