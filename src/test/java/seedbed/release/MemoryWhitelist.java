package seedbed.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import seedbed.protocol.InfoHash;

/** A whitelist in memory, which can be made unavailable and tells what it is asked for. */
final class MemoryWhitelist implements WhitelistPort {

    private final Map<InfoHash, Optional<Instant>> ends = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private boolean available = true;
    private Runnable onCall = () -> {};

    void available(boolean now) {
        available = now;
    }

    void onCall(Runnable action) {
        onCall = action;
    }

    List<String> calls() {
        return calls;
    }

    Map<InfoHash, Optional<Instant>> ends() {
        return ends;
    }

    @Override
    public Set<InfoHash> published() {
        check();
        Set<InfoHash> published = new TreeSet<>();
        ends.forEach((hash, end) -> {
            if (end.isEmpty()) {
                published.add(hash);
            }
        });
        return published;
    }

    @Override
    public void list(Collection<Listing> entries) {
        check();
        called("list " + entries.size());
        entries.forEach(entry -> ends.put(entry.hash(), Optional.empty()));
    }

    @Override
    public void expireOthers(Set<InfoHash> keep, Instant expiry) {
        check();
        called("expire others than " + keep.size());
        ends.replaceAll((hash, end) -> keep.contains(hash) || end.isPresent() ? end : Optional.of(expiry));
    }

    private void called(String call) {
        calls.add(call);
        onCall.run();
    }

    private void check() {
        if (!available) {
            throw new WhitelistUnavailable("the database does not answer", new IllegalStateException("down"));
        }
    }
}
