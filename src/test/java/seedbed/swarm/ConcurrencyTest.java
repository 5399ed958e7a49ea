package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;
import seedbed.protocol.SwarmCounts;
import seedbed.time.FakeTime;

/** Many threads announce to the same swarms. */
@Timeout(60)
final class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int CLIENTS = 200;

    private final FakeTime time = new FakeTime();
    private final Whitelist whitelist = new Whitelist();
    private final Swarms swarms = new Swarms(
            InProcessTracker.CAMPUS,
            new PeerSelection(1, 4),
            InProcessTracker.SETTINGS.peerTimeout(),
            new SwarmClock(time, time::nanos));
    private final Tracker tracker = new Tracker(
            InProcessTracker.SETTINGS, whitelist, swarms, ThreadLocalRandom::current, (request, client) -> {});
    private final InfoHash torrent = Hashes.random();

    @Test
    void everyClientIsCountedOnce() throws Exception {
        whitelist.replaceAll(List.of(torrent));
        inThreads(thread -> {
            for (int i = 0; i < CLIENTS; i++) {
                Announce client = client(thread, i);
                announce(client);
                announce(client.seed().event("completed"));
                announce(client);
            }
        });

        assertThat(swarms.counts(torrent)).isEqualTo(new SwarmCounts(THREADS * CLIENTS, 0, THREADS * CLIENTS));
    }

    @Test
    void aSwarmThatEmptiesAndFillsLosesNobody() throws Exception {
        whitelist.replaceAll(List.of(torrent));
        inThreads(thread -> {
            for (int i = 0; i < 2000; i++) {
                Announce client = client(thread, i % 50);
                announce(client);
                announce(client.event("stopped"));
            }
            announce(client(thread, 0));
        });

        assertThat(swarms.counts(torrent).leechers()).isEqualTo(THREADS);
    }

    @Test
    void whatIsWrittenInTheMeantimeIsTheSwarmInTheEnd() throws Exception {
        whitelist.replaceAll(List.of(torrent));
        MemoryStore store = new MemoryStore();
        Journal journal = new Journal(swarms, store);
        journal.restore();
        inThreads(thread -> {
            for (int i = 0; i < CLIENTS; i++) {
                Announce client = client(thread, i);
                announce(client);
                if (i % 3 == 0) {
                    announce(client.event("stopped"));
                } else if (i % 3 == 1) {
                    announce(client.seed().event("completed"));
                }
                if (i % 20 == 0) {
                    journal.flush();
                }
            }
        });
        journal.flush();

        SwarmCounts counts = swarms.counts(torrent);
        assertThat(store.peers).hasSize(counts.seeds() + counts.leechers());
        assertThat(store.completed.get(torrent)).isEqualTo(counts.completed());
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void inThreads(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> {
                    work.run(thread);
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(calls)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Announce client(int thread, int number) {
        return Announce.of(torrent).from("10." + thread + "." + number + ".1");
    }

    private void announce(Announce announce) {
        tracker.announce(announce.query(), IpAddress.of(announce.ip()));
    }
}
