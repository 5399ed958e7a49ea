package seedbed.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.protocol.PeerStatus;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.Swarms;
import seedbed.swarm.Whitelist;

/** What the console says of the tracker. */
public final class TrackerReport {

    private static final String SEED_BOXES = "seed boxes";
    private static final String OUTSIDE = "outside";

    private final Whitelist whitelist;
    private final Swarms swarms;
    private final Campus campus;
    private final TrackerMetrics metrics;
    private final AnnounceRate rate;

    public TrackerReport(Whitelist whitelist, Swarms swarms, Campus campus, TrackerMetrics metrics, AnnounceRate rate) {
        this.whitelist = whitelist;
        this.swarms = swarms;
        this.campus = campus;
        this.metrics = metrics;
        this.rate = rate;
    }

    ConsoleView.TrackerState state() {
        List<ConsoleView.NetworkPeers> networks = networks();
        List<ConsoleView.Refused> refusals = new ArrayList<>();
        metrics.refusals().forEach((kind, count) -> refusals.add(new ConsoleView.Refused(kind.text(), count)));
        return new ConsoleView.TrackerState(
                whitelist.isLoaded(),
                whitelist.hashes().size(),
                networks.stream()
                        .mapToInt(peers -> peers.seeds() + peers.leechers())
                        .sum(),
                rate.perSecond(),
                networks,
                refusals);
    }

    /** Every network has its row, so that one with nobody in it is seen to have nobody. */
    private List<ConsoleView.NetworkPeers> networks() {
        Map<String, int[]> counts = new LinkedHashMap<>();
        counts.put(SEED_BOXES, new int[2]);
        campus.networks().cidrs().forEach(network -> counts.put(network, new int[2]));
        counts.put(OUTSIDE, new int[2]);
        swarms.forEachPeer(peer -> count(counts, peer));
        List<ConsoleView.NetworkPeers> networks = new ArrayList<>();
        counts.forEach((network, count) -> networks.add(new ConsoleView.NetworkPeers(network, count[0], count[1])));
        return networks;
    }

    private void count(Map<String, int[]> counts, StoredPeer peer) {
        int[] count = counts.get(networkOf(peer.address().ip()));
        if (count != null) {
            count[peer.status() == PeerStatus.SEED ? 0 : 1]++;
        }
    }

    private String networkOf(IpAddress ip) {
        return campus.isSeedBox(ip) ? SEED_BOXES : campus.networks().holding(ip).orElse(OUTSIDE);
    }
}
