package seedbed.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.InfoHash;
import seedbed.protocol.TrackerReply;
import seedbed.time.FakeTime;

/** The tracker as plain objects, with time and chance in the hands of the test. */
final class InProcessTracker implements TrackerUnderTest {

    static final TrackerSettings SETTINGS =
            new TrackerSettings(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(70), 50, 200);
    static final Campus CAMPUS = new Campus(
            Networks.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "127.0.0.0/8", "::1"),
            Networks.of("192.0.2.0/28"));

    final FakeTime time;
    final Whitelist whitelist = new Whitelist();
    final Swarms swarms;
    final List<AnnounceRequest> observed = new ArrayList<>();
    private final Tracker tracker;

    InProcessTracker() {
        this(new FakeTime(), SETTINGS);
    }

    InProcessTracker(FakeTime time, TrackerSettings settings) {
        Random random = new Random(1);
        this.time = time;
        this.swarms =
                new Swarms(CAMPUS, new PeerSelection(1, 4), settings.peerTimeout(), new SwarmClock(time, time::nanos));
        this.tracker =
                new Tracker(settings, whitelist, swarms, () -> random, (request, client) -> observed.add(request));
    }

    /** A tracker that has its whitelist. */
    static InProcessTracker started() {
        InProcessTracker tracker = new InProcessTracker();
        tracker.whitelist.replaceAll(List.of());
        return tracker;
    }

    @Override
    public byte[] get(String pathAndQuery, String clientAddress) {
        return reply(pathAndQuery, clientAddress).bytes();
    }

    TrackerReply reply(String pathAndQuery, String clientAddress) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        String query = mark < 0 ? null : pathAndQuery.substring(mark + 1);
        return switch (path) {
            case "/announce" -> tracker.announce(query, IpAddress.of(clientAddress));
            case "/scrape" -> tracker.scrape(query);
            default -> throw new IllegalArgumentException("/announce or /scrape is expected, not " + path);
        };
    }

    Tracker tracker() {
        return tracker;
    }

    @Override
    public void list(InfoHash infoHash) {
        whitelist.add(infoHash);
    }

    @Override
    public void unlist(InfoHash infoHash) {
        whitelist.remove(infoHash);
        swarms.forget(infoHash);
    }
}
