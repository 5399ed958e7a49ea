package seedbed.site;

import seedbed.content.Memory;

/**
 * How torrents were written for programs: each is told of in several files, and most are told of alike in the next
 * publication.
 *
 * @param items of feeds
 * @param objects of the catalogue
 */
record Entries(Memory<Entry, String> items, Memory<Entry, String> objects) {

    /** Nothing was written yet. */
    static Entries none() {
        return new Entries(Memory.empty(), Memory.empty());
    }

    /** For the next publication: knows what this one wrote. */
    Entries next() {
        return new Entries(items.next(), objects.next());
    }
}
