package seedbed.release;

import java.util.SortedMap;

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

    /** The files of this part. */
    <T> SortedMap<String, T> of(SortedMap<String, T> files) {
        // 0 is the character after the slash, so this is the first path behind all of the part's.
        return files.subMap(prefix, prefix.replace('/', '0'));
    }
}
