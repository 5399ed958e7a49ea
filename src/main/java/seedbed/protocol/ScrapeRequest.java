package seedbed.protocol;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The swarms a client wants to know the size of (BEP 48).
 *
 * @param infoHashes 1 to {@link ScrapeParser#MAX_HASHES}, each once
 */
public record ScrapeRequest(Set<InfoHash> infoHashes) {

    public ScrapeRequest {
        infoHashes = Collections.unmodifiableSet(new TreeSet<>(infoHashes));
    }
}
