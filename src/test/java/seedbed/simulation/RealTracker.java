package seedbed.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.InfoHash;
import seedbed.swarm.Announce;
import seedbed.swarm.PeerSelection;
import seedbed.swarm.Reply;
import seedbed.swarm.SwarmClock;
import seedbed.swarm.Swarms;
import seedbed.swarm.Tracker;
import seedbed.swarm.TrackerSettings;
import seedbed.swarm.Whitelist;

/** The tracker of the mirror itself, in memory. */
final class RealTracker implements PeerSource {

    /** With the settings that a mirror is shipped with. */
    static final PeerSelection SHIPPED = new PeerSelection(1, 4);
    /** With those that spare the link most. */
    static final PeerSelection THRIFTY = new PeerSelection(0, 1);

    private final Tracker tracker;
    private final Map<IpAddress, Announce> announces = new HashMap<>();

    private RealTracker(Campus campus, PeerSelection selection, int images, long seed) {
        TrackerSettings settings =
                new TrackerSettings(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(70), 50, 200);
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Swarms swarms = new Swarms(campus, selection, settings.peerTimeout(), new SwarmClock(still, () -> 0L));
        Whitelist whitelist = new Whitelist();
        for (int image = 0; image < images; image++) {
            whitelist.add(hashOf(image));
        }
        whitelist.addAll(List.of());
        whitelist.replaceAll(whitelist.hashes());
        Random random = new Random(seed);
        this.tracker = new Tracker(settings, whitelist, swarms, () -> random, (request, client) -> {});
    }

    /** On a campus that it knows. */
    static RealTracker ofTheCampus(PeerSelection selection, int images, long seed) {
        Campus campus = new Campus(Networks.of(Addresses.CAMPUS), Networks.of(Addresses.BOXES));
        return new RealTracker(campus, selection, images, seed);
    }

    /** Knows of no campus and gives everybody anybody, as other trackers do. */
    static RealTracker ofTheWorld(int images, long seed) {
        return new RealTracker(new Campus(Networks.of(), Networks.of()), SHIPPED, images, seed);
    }

    @Override
    public List<IpAddress> announce(Client client, String event) {
        Announce announce = announces.computeIfAbsent(
                client.address, unused -> Announce.of(hashOf(client.image)).from(client.address.toString()));
        announce.event(event).left(client.isSeed() ? "0" : "1000");
        Reply reply =
                Reply.read(tracker.announce(announce.query(), client.address).bytes());
        return reply.peers().stream()
                .map(address -> IpAddress.of(address.substring(0, address.lastIndexOf(':'))))
                .toList();
    }

    private static InfoHash hashOf(int image) {
        return InfoHash.ofHex(String.format("%040x", image + 1));
    }
}
