package seedbed.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.protocol.InfoHash;

/**
 * What a release changes. Paths begin with {@code webroot/}, {@code rsync/} or {@code origin/}; all lists are sorted.
 *
 * @param listed hashes that the whitelist lacked
 * @param unlisted hashes that leave the whitelist after the grace period
 */
public record Differences(
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<InfoHash> listed,
        List<InfoHash> unlisted) {

    static final Differences NONE = new Differences(List.of(), List.of(), List.of(), List.of(), List.of());

    public Differences {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        listed = List.copyOf(listed);
        unlisted = List.copyOf(unlisted);
    }

    static Differences between(Manifest before, Manifest after, Set<InfoHash> published) {
        Map<String, String> old = before.files();
        Map<String, String> now = after.files();
        return new Differences(
                without(now.keySet(), old.keySet()),
                changed(old, now),
                without(old.keySet(), now.keySet()),
                without(after.hashes(), published),
                without(published, after.hashes()));
    }

    /** Whether any file differs. */
    public boolean hasFiles() {
        return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }

    private static List<String> changed(Map<String, String> old, Map<String, String> now) {
        return now.entrySet().stream()
                .filter(file -> {
                    String before = old.get(file.getKey());
                    return before != null && !before.equals(file.getValue());
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T extends Comparable<T>> List<T> without(Set<T> all, Set<T> some) {
        return all.stream().filter(one -> !some.contains(one)).sorted().toList();
    }
}
