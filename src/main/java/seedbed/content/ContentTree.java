package seedbed.content;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files the authors wrote, without the hidden ones.
 *
 * @param commit which commit this is; empty for a plain directory
 * @param files by path
 */
public record ContentTree(Optional<Commit> commit, SortedMap<String, SourceFile> files) {

    public ContentTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
