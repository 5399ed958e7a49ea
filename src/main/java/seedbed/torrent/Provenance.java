package seedbed.torrent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands beside {@code info}: where the torrent came from and who else serves it. */
record Provenance(
        List<List<String>> tiers,
        List<String> webSeeds,
        Optional<String> comment,
        Optional<String> createdBy,
        Optional<Instant> creationDate) {

    Provenance {
        tiers = tiers.stream().map(List::copyOf).toList();
        webSeeds = List.copyOf(webSeeds);
    }
}
