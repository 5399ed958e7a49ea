package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** What must be true of every answer, in swarms of every size and mixture. */
final class RandomSwarmsTest {

    private static final List<PeerStatus> KINDS = List.of(PeerStatus.SEED, PeerStatus.LEECHER, PeerStatus.PARTIAL);
    private static final List<Place> PLACES = List.of(Place.values());

    private final List<Peer> peers = new ArrayList<>();
    private final Swarm swarm = new Swarm(new Members());

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerKeepsTheRules(long seed) {
        Random random = new Random(seed);
        fill(random);
        int outsidePeers = random.nextInt(3);
        int numwant = random.nextInt(60);
        for (Peer asker : List.copyOf(peers)) {
            swarm.setAside(asker);
            List<Peer> chosen = SelectionScene.chosen(
                    new PeerSelection(outsidePeers, SelectionScene.GATEWAYS),
                    swarm,
                    new Asking(asker, false, numwant),
                    random);
            swarm.add(asker, false);

            assertThat(chosen)
                    .as("seed " + seed)
                    .hasSizeLessThanOrEqualTo(numwant)
                    .doesNotHaveDuplicates();
            assertThat(chosen).as("useful, seed " + seed).doesNotContain(asker).allMatch(peer -> helps(peer, asker));
            if (asker.place().isOutside()) {
                checkOutside(asker, chosen, seed);
            } else {
                checkCampus(asker, chosen, numwant, outsidePeers, seed);
            }
        }
    }

    private static boolean helps(Peer peer, Peer asker) {
        return asker.status() == PeerStatus.LEECHER || peer.status() == PeerStatus.LEECHER;
    }

    private void checkOutside(Peer asker, List<Peer> chosen, long seed) {
        assertThat(chosen)
                .as("reachable, seed " + seed)
                .allMatch(peer -> peer.place() == Place.CAMPUS || peer.place() == Place.OUTSIDE);
        boolean hasSeed = asker.status() == PeerStatus.SEED
                || others(asker).stream().anyMatch(peer -> isSeed(peer) && peer.place() == Place.OUTSIDE);
        if (hasSeed) {
            assertThat(chosen)
                    .as("nobody of the campus, seed " + seed)
                    .allMatch(peer -> peer.place().isOutside());
        }
    }

    private void checkCampus(Peer asker, List<Peer> chosen, int numwant, int outsidePeers, long seed) {
        List<Peer> neighbours = others(asker).stream()
                .filter(peer -> !peer.place().isOutside() && helps(peer, asker))
                .toList();
        boolean hasSeed = isSeed(asker)
                || others(asker).stream()
                        .anyMatch(peer -> isSeed(peer) && !peer.place().isOutside());
        if (hasSeed) {
            assertThat(chosen.stream().filter(peer -> peer.place().isOutside()))
                    .as("few from outside, seed " + seed)
                    .hasSizeLessThanOrEqualTo(asker.place() == Place.SEED_BOX ? 0 : outsidePeers);
        }
        if (neighbours.size() < numwant) {
            assertThat(chosen).as("a small swarm is whole, seed " + seed).containsAll(neighbours);
        }
        boolean anySeed = others(asker).stream().anyMatch(RandomSwarmsTest::isSeed);
        if (asker.status() == PeerStatus.LEECHER && anySeed && numwant > 0) {
            assertThat(chosen).as("a seed for each, seed " + seed).anyMatch(RandomSwarmsTest::isSeed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverASeedHasFindsItsWayToEveryLeecher(long seed) {
        Random random = new Random(seed);
        fill(random);
        peers.forEach(swarm::takeOut);
        Map<Peer, Set<Peer>> connections = new HashMap<>();
        int numwant = 5 + random.nextInt(45);
        for (Peer asker : peers) {
            announce(new Asking(asker, false, numwant), connections, random);
        }
        // Who came before all seeds learns of them when it comes back.
        for (Peer asker : peers) {
            swarm.setAside(asker);
            announce(new Asking(asker, true, numwant), connections, random);
        }

        Set<Peer> reached = reachableFromSeeds(connections);

        // From outside a seed on a private address or a seed box is none.
        boolean forOutside =
                peers.stream().anyMatch(peer -> isSeed(peer) && peer.place().isReachableFromOutside());
        List<Peer> leechers = peers.stream()
                .filter(peer -> peer.status() == PeerStatus.LEECHER)
                .filter(peer -> !peer.place().isOutside() || forOutside)
                .filter(peer -> peers.stream().anyMatch(RandomSwarmsTest::isSeed))
                .toList();
        assertThat(reached).as("seed " + seed).containsAll(leechers);
    }

    private void announce(Asking asking, Map<Peer, Set<Peer>> connections, Random random) {
        Peer asker = asking.asker();
        List<Peer> chosen = SelectionScene.chosen(new PeerSelection(1, SelectionScene.GATEWAYS), swarm, asking, random);
        for (Peer peer : chosen) {
            connections.computeIfAbsent(asker, unused -> new HashSet<>()).add(peer);
            connections.computeIfAbsent(peer, unused -> new HashSet<>()).add(asker);
        }
        boolean fromOutside =
                chosen.stream().filter(peer -> peer.place().isOutside()).count() >= 2;
        swarm.add(asker.given(new Choice(new int[0], 0, fromOutside ? 2 : 0)), false);
    }

    private Set<Peer> reachableFromSeeds(Map<Peer, Set<Peer>> connections) {
        Deque<Peer> next =
                new ArrayDeque<>(peers.stream().filter(RandomSwarmsTest::isSeed).toList());
        Set<Peer> reached = new HashSet<>(next);
        while (!next.isEmpty()) {
            for (Peer peer : connections.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(peer)) {
                    next.push(peer);
                }
            }
        }
        return reached;
    }

    private List<Peer> others(Peer asker) {
        return peers.stream().filter(peer -> !peer.equals(asker)).toList();
    }

    private static boolean isSeed(Peer peer) {
        return peer.status() == PeerStatus.SEED;
    }

    /** Up to 150 peers; each kind and place is common in some swarms, rare in others and missing in some. */
    private void fill(Random random) {
        double[] weights = random.doubles((long) KINDS.size() * PLACES.size()).toArray();
        double threshold = random.nextDouble();
        int size = 1 + random.nextInt(random.nextBoolean() ? 10 : 150);
        while (peers.size() < size) {
            int kind = random.nextInt(weights.length);
            if (weights[kind] >= threshold || random.nextInt(200) == 0) {
                Peer peer = peer(peers.size(), KINDS.get(kind % KINDS.size()), PLACES.get(kind / KINDS.size()));
                peers.add(peer);
                swarm.add(peer, false);
            }
        }
    }

    private static Peer peer(int number, PeerStatus status, Place place) {
        Session session = new Session(PeerId.of(new byte[PeerId.LENGTH]), ClientKey.NONE, true);
        PeerAddress address = new PeerAddress(IpAddress.of("203.0.113.1"), number + 1);
        return new Peer(address, session, Kind.of(status, place), new Peer.Progress(0, 0, 0), 0);
    }
}
