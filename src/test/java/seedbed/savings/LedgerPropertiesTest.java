package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerListForm;
import seedbed.time.FakeTime;

/** The estimate against a swarm that knows the way of every byte, over many random histories. */
final class LedgerPropertiesTest {

    private static final Campus CAMPUS =
            new Campus(Networks.of("10.0.0.0/8", "fd00::/8"), Networks.of("192.0.2.0/24", "2001:db8:b::/48"));

    private static final Torrents TORRENTS = new Torrents() {
        @Override
        public InfoHash torrentOf(InfoHash infoHash) {
            return SimulatedSwarm.V1;
        }

        @Override
        public OptionalLong sizeOf(InfoHash infoHash) {
            return OptionalLong.of(SimulatedSwarm.SIZE);
        }
    };

    private final MemoryTraffic store = new MemoryTraffic();
    private final FakeTime time = new FakeTime();

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasImportedLiesBetweenTheBounds(long seed) {
        Random random = new Random(seed);
        Ledger ledger = ledger(OptionalLong.empty());
        SimulatedSwarm swarm = new SimulatedSwarm(random, (request, client) -> {
            time.pass(Duration.ofSeconds(random.nextInt(100)));
            ledger.record(request, client);
        });
        swarm.run();

        Savings savings = ledger.savings(30, Optional.empty());

        assertThat(savings.imported().lower()).as("seed " + seed).isLessThanOrEqualTo(swarm.imported());
        assertThat(savings.imported().upper()).as("seed " + seed).isGreaterThanOrEqualTo(swarm.imported());
        assertThat(savings.provided()).as("seed " + seed).isEqualTo(swarm.provided());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void severalNodesAddUpToWhatOneWouldCount(long seed) {
        Random random = new Random(seed);
        Ledger[] nodes = {ledger(OptionalLong.empty()), ledger(OptionalLong.empty()), ledger(OptionalLong.empty())};
        SimulatedSwarm swarm = new SimulatedSwarm(random, (request, client) -> {
            time.pass(Duration.ofSeconds(1 + random.nextInt(100)));
            nodes[random.nextInt(nodes.length)].record(request, client);
            // Before anybody announces again, every node has learned of it.
            ToldElsewhere told = told(request, client);
            for (Ledger node : nodes) {
                node.learn(told);
            }
        });
        swarm.run();

        for (Ledger node : nodes) {
            node.flush();
        }
        Savings savings = nodes[0].savings(30, Optional.empty());
        assertThat(savings.imported().lower()).as("seed " + seed).isLessThanOrEqualTo(swarm.imported());
        assertThat(savings.imported().upper()).as("seed " + seed).isGreaterThanOrEqualTo(swarm.imported());
        assertThat(savings.provided()).as("seed " + seed).isEqualTo(swarm.provided());
    }

    private ToldElsewhere told(AnnounceRequest request, IpAddress client) {
        return new ToldElsewhere(
                request.infoHash(),
                request.peerId(),
                request.key(),
                client,
                request.downloaded(),
                request.uploaded(),
                request.left(),
                time.instant());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLiarCountsNoMoreThanTheTorrentAndTheLinkAllow(long seed) {
        Random random = new Random(seed);
        long rate = 1L + random.nextInt(100_000);
        Ledger ledger = ledger(OptionalLong.of(rate));
        long began = time.nanos();
        for (int announce = 0; announce < 100; announce++) {
            time.pass(Duration.ofSeconds(random.nextInt(60)));
            ledger.record(lie(random), IpAddress.of("10.0.0.1"));
        }

        Growth counted = ledger.counted(Side.CAMPUS);
        long seconds = (time.nanos() - began) / 1_000_000_000;
        assertThat(counted.downloaded())
                .as("seed " + seed)
                .isBetween(0L, Math.min(SimulatedSwarm.SIZE * 105 / 100, rate * seconds));
        assertThat(counted.uploaded()).as("seed " + seed).isBetween(0L, rate * seconds);
    }

    private static AnnounceRequest lie(Random random) {
        Event[] events = Event.values();
        return new AnnounceRequest(
                random.nextBoolean() ? SimulatedSwarm.V1 : SimulatedSwarm.V2,
                PeerId.of("-XX0001-abcdefghijkl".getBytes(StandardCharsets.US_ASCII)),
                ClientKey.NONE,
                6881,
                number(random),
                number(random),
                random.nextInt(10) == 0 ? AnnounceRequest.LEFT_UNKNOWN : number(random),
                events[random.nextInt(events.length)],
                50,
                PeerListForm.COMPACT);
    }

    private static long number(Random random) {
        return random.nextLong() >>> (1 + random.nextInt(62));
    }

    private Ledger ledger(OptionalLong maxRate) {
        return new Ledger(CAMPUS, TORRENTS, maxRate, store, time, time::nanos);
    }
}
