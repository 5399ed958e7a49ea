package seedbed.release;

/** Points a publication passes; whatever happens between two of them, readers see a whole release. */
enum Step {
    BUILT,
    LISTED,
    PLACED,
    CURRENT,
    UNLISTED
}
