package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** Who is set aside is as gone as who is taken out, and back as whoever it is then. */
class SetAsideTest {

    private static final int CLIENTS = 40;
    private static final int NOW = 1_000;

    private final Swarm setAside = new Swarm(new Members());
    private final Swarm takenOut = new Swarm(new Members());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSwarmLooksTheSameEitherWay(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 400; step++) {
            Peer peer = peer(random);
            assertThat(setAside.setAside(peer)).as("seed %d", seed).isEqualTo(takenOut.takeOut(peer));
            compare(random);
            setAside.add(peer, true);
            takenOut.add(peer, true);
            compare(random);
        }
        assertThat(peers(setAside)).containsExactlyInAnyOrderElementsOf(peers(takenOut));
    }

    /** One of few clients, mostly from where it always is. */
    private static Peer peer(Random random) {
        int client = random.nextInt(CLIENTS);
        boolean v4 = client % 3 > 0;
        byte[] id = new byte[PeerId.LENGTH];
        id[0] = (byte) client;
        ClientKey key = client % 5 == 0 ? ClientKey.NONE : ClientKey.of(new byte[] {(byte) client});
        int port = 1 + client + (random.nextInt(8) == 0 ? 100 : 0);
        IpAddress ip = IpAddress.of(v4 ? "10.0.0." + client : "2001:db8::" + client);
        List<PeerStatus> statuses = List.of(PeerStatus.SEED, PeerStatus.LEECHER, PeerStatus.PARTIAL);
        List<Place> places = List.of(Place.values());
        Kind plain = Kind.of(statuses.get(random.nextInt(statuses.size())), places.get(client % places.size()));
        boolean gateway = plain.status() == PeerStatus.LEECHER && random.nextBoolean();
        Kind kind = gateway ? plain.asGateway(random.nextBoolean()) : plain;
        return new Peer(
                new PeerAddress(ip, port),
                new Session(PeerId.of(id), key, v4),
                kind,
                new Peer.Progress(random.nextInt(100), 0, 1),
                NOW + random.nextInt(10));
    }

    private void compare(Random random) {
        int kinds = random.nextInt() & Kind.where(kind -> true);
        int time = NOW + random.nextInt(10);
        assertThat(setAside.size()).isEqualTo(takenOut.size());
        assertThat(setAside.seeds()).isEqualTo(takenOut.seeds());
        assertThat(setAside.count(kinds)).isEqualTo(takenOut.count(kinds));
        assertThat(setAside.countSeenSince(kinds, time)).isEqualTo(takenOut.countSeenSince(kinds, time));
        assertThat(dealt(setAside, kinds, random)).isEqualTo(dealt(takenOut, kinds, random));
    }

    /** The addresses of all peers of some kinds, each dealt once. */
    private static Set<String> dealt(Swarm swarm, int kinds, Random random) {
        List<String> addresses = new ArrayList<>();
        for (Pile pile : swarm.piles(kinds, CLIENTS)) {
            for (int left = pile.open(CLIENTS); left > 0; left--) {
                Peer peer = swarm.peer(pile.deal(random));
                assertThat(peer.kind()).isEqualTo(pile.kind());
                addresses.add(peer.address().toString());
            }
        }
        assertThat(addresses).doesNotHaveDuplicates();
        return new HashSet<>(addresses);
    }

    private static List<Peer> peers(Swarm swarm) {
        List<Peer> peers = new ArrayList<>();
        swarm.forEach(peers::add);
        return peers;
    }
}
