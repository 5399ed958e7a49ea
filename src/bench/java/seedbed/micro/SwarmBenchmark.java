package seedbed.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import seedbed.campus.IpAddress;
import seedbed.protocol.TrackerReply;
import seedbed.swarm.Tracker;

/** Announces of those who are in a swarm already, from the query to the answer, and the answer written. */
@State(Scope.Thread)
public class SwarmBenchmark {

    /** Peers that announce in turn, spread over the swarm: few enough to be prepared, enough to miss the caches. */
    private static final int ASKERS = 8192;

    @Param({"10", "1000", "100000"})
    int peers;

    private final Tracker tracker = Announces.tracker();
    private final String[] queries = new String[ASKERS];
    private final IpAddress[] addresses = new IpAddress[ASKERS];
    private TrackerReply reply = tracker.announce(Announces.query(0), Announces.address(0));
    private int next;

    @Setup
    public void fill() {
        for (int peer = 0; peer < peers; peer++) {
            reply = tracker.announce(Announces.query(peer), Announces.address(peer));
        }
        for (int asker = 0; asker < ASKERS; asker++) {
            int peer = (int) (asker * 7919L % peers);
            queries[asker] = Announces.query(peer);
            addresses[asker] = Announces.address(peer);
        }
    }

    @Benchmark
    public TrackerReply announce() {
        int asker = next++ & ASKERS - 1;
        return tracker.announce(queries[asker], addresses[asker]);
    }

    @Benchmark
    public byte[] encode() {
        return reply.bytes();
    }
}
