package seedbed.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import seedbed.admin.ManualListings;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerStatus;
import seedbed.release.WhitelistUnavailable;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.Swarms;
import seedbed.swarm.Whitelist;

/**
 * Which seed boxes announced, and how much of the published catalogue each of them seeds. A torrent with two info-hashes
 * is one torrent: it is seeded if one of them is.
 */
public final class SeedBoxReport {

    private final Campus campus;
    private final Swarms swarms;
    private final Whitelist whitelist;
    private final ManualListings listings;
    private final Clock clock;

    public SeedBoxReport(Campus campus, Swarms swarms, Whitelist whitelist, ManualListings listings, Clock clock) {
        this.campus = campus;
        this.swarms = swarms;
        this.whitelist = whitelist;
        this.listings = listings;
        this.clock = clock;
    }

    private static final class Box {
        private final Set<String> seeds = new HashSet<>();
        private final Set<String> fetches = new HashSet<>();
        private @Nullable Instant heard;

        void hear(StoredPeer peer, String torrent) {
            (peer.status() == PeerStatus.SEED ? seeds : fetches).add(torrent);
            heard = heard == null || peer.lastSeen().isAfter(heard) ? peer.lastSeen() : heard;
        }
    }

    /**
     * One row for each address that announced, and one for each address of the configuration that did not.
     *
     * @param askDatabase false while it is known to be away: each hash then counts as a torrent
     */
    List<ConsoleView.SeedBox> boxes(boolean askDatabase) {
        Map<InfoHash, String> torrents = torrents(askDatabase);
        Map<IpAddress, Box> boxes = new TreeMap<>();
        campus.seedBoxes().singleAddresses().forEach(address -> boxes.put(address, new Box()));
        swarms.forEachPeer(peer -> {
            IpAddress ip = peer.address().ip();
            @Nullable String torrent = torrents.get(peer.infoHash());
            if (torrent != null && campus.isSeedBox(ip)) {
                boxes.computeIfAbsent(ip, unused -> new Box()).hear(peer, torrent);
            }
        });
        int all = Set.copyOf(torrents.values()).size();
        return boxes.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), all))
                .toList();
    }

    private ConsoleView.SeedBox row(IpAddress address, Box box, int all) {
        Set<String> fetches = new HashSet<>(box.fetches);
        fetches.removeAll(box.seeds);
        ConsoleView.@Nullable Moment heard =
                box.heard == null ? null : ConsoleView.Moment.of(box.heard, clock.instant());
        return new ConsoleView.SeedBox(address.toString(), heard, box.seeds.size(), fetches.size(), all);
    }

    /**
     * The torrent of each hash by its path: what is published now, without what is listed by hand or for a while after it
     * was removed, which no seed box pulls.
     */
    private Map<InfoHash, String> torrents(boolean askDatabase) {
        Map<InfoHash, String> torrents = new HashMap<>();
        if (askDatabase) {
            try {
                listings.all().stream()
                        .filter(entry -> !entry.path().isEmpty() && entry.expires() == null)
                        .forEach(entry -> torrents.put(InfoHash.ofHex(entry.infoHash()), entry.path()));
                return torrents;
            } catch (WhitelistUnavailable away) {
                // It went away just now: what is in memory has to do.
            }
        }
        whitelist.hashes().forEach(hash -> torrents.put(hash, hash.hex()));
        return torrents;
    }
}
