package seedbed.torrent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Our tracker's announce URLs, as they stand before a torrent's original ones. */
record OurTracker(List<String> announceUrls) {

    OurTracker {
        announceUrls = announceUrls.stream().distinct().toList();
        if (announceUrls.isEmpty()) {
            throw new IllegalArgumentException("a tracker has at least one announce URL");
        }
    }

    String first() {
        return announceUrls.get(0);
    }

    /** Our tier, then the torrent's own without our URLs and without what came before. */
    List<List<String>> tiersOf(Torrent torrent) {
        List<List<String>> tiers = new ArrayList<>();
        tiers.add(announceUrls);
        Set<String> seen = new HashSet<>(announceUrls);
        for (List<String> tier : torrent.tiers()) {
            List<String> fresh = tier.stream().filter(seen::add).toList();
            if (!fresh.isEmpty()) {
                tiers.add(fresh);
            }
        }
        return tiers;
    }
}
