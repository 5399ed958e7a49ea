package seedbed.swarm;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import seedbed.protocol.InfoHash;

/** The torrents this tracker serves, in memory. Reads never wait. */
public final class Whitelist {

    // Replaced as a whole and never changed: readers need no lock, and see all of a change or nothing.
    private volatile Set<InfoHash> hashes = Set.of();
    private volatile boolean loaded;

    public boolean contains(InfoHash infoHash) {
        return hashes.contains(infoHash);
    }

    /** Whether {@link #replaceAll} was ever called; until then nobody can say that a torrent is not listed. */
    public boolean isLoaded() {
        return loaded;
    }

    /** All listed hashes, as they are now; the set does not change. */
    public Set<InfoHash> hashes() {
        return hashes;
    }

    /** Lists these hashes and no others. */
    public synchronized void replaceAll(Collection<InfoHash> listed) {
        hashes = Set.copyOf(listed);
        loaded = true;
    }

    public synchronized void addAll(Collection<InfoHash> listed) {
        Set<InfoHash> more = new HashSet<>(hashes);
        more.addAll(listed);
        hashes = Set.copyOf(more);
    }

    public synchronized void removeAll(Collection<InfoHash> unlisted) {
        Set<InfoHash> fewer = new HashSet<>(hashes);
        unlisted.forEach(fewer::remove);
        hashes = Set.copyOf(fewer);
    }

    public void add(InfoHash infoHash) {
        addAll(Set.of(infoHash));
    }

    public void remove(InfoHash infoHash) {
        removeAll(Set.of(infoHash));
    }
}
