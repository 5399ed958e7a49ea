package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** Peers as rows of numbers, against a plain list of the same peers. */
final class PeerTableTest {

    private static final List<PeerStatus> STATUSES = List.of(PeerStatus.SEED, PeerStatus.LEECHER, PeerStatus.PARTIAL);

    private final List<Peer> model = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsAreFoundAndKeptInOrderWhilePeersComeAndGo(boolean v4) {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            PeerTable table = new PeerTable(v4);
            model.clear();
            for (int step = 0; step < 1500; step++) {
                step(table, random, step, v4);
                if (step % 25 == 0) {
                    check(table, "seed " + seed + ", step " + step);
                }
            }
        }
    }

    private void step(PeerTable table, Random random, int step, boolean v4) {
        boolean grows = step < 700 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
        if (model.isEmpty() || grows) {
            Peer peer = peer(random, step, v4);
            model.add(peer);
            int row = table.add(peer);
            table.setChanged(row, random.nextBoolean());
            assertThat(table.peer(row)).isEqualTo(peer);
        } else {
            Peer peer = model.remove(random.nextInt(model.size()));
            table.remove(rowOf(table, peer));
        }
    }

    private void check(PeerTable table, String step) {
        assertThat(rows(table)).as(step).containsExactlyInAnyOrderElementsOf(model);
        assertThat(rows(table)).as(step + ": equals stand together").isSortedAccordingTo(byFirst(table));
        for (Peer peer : model) {
            int row = rowOf(table, peer);
            assertThat(table.peer(row)).as(step).isEqualTo(peer);
            int found = table.of(peer.session(), any -> true);
            assertThat(found < 0).as(step).isEqualTo(!peer.session().key().isPresent());
            assertThat(table.countOfOwner(peer.address().ip())).as(step).isEqualTo(ownedWith(peer));
        }
        int seeds = Kind.where(kind -> kind.status() == PeerStatus.SEED);
        assertThat(table.count(seeds)).as(step).isEqualTo((int)
                model.stream().filter(peer -> peer.status() == PeerStatus.SEED).count());
    }

    private static Comparator<Peer> byFirst(PeerTable table) {
        return Comparator.comparingInt(peer -> table.first(peer.kind()));
    }

    private int ownedWith(Peer peer) {
        return (int) model.stream()
                .filter(other -> other.place().isOutside())
                .filter(other -> owner(other).equals(owner(peer)))
                .count();
    }

    private static IpAddress owner(Peer peer) {
        IpAddress ip = peer.address().ip();
        return ip.network(ip.isV4() ? 32 : 64);
    }

    private static int rowOf(PeerTable table, Peer peer) {
        return table.at(peer.address().ip(), peer.address().port(), peer.place().isOutside());
    }

    private static List<Peer> rows(PeerTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::peer).toList();
    }

    /** Few hosts, so that many peers share one; a host is always at the same place. */
    private static Peer peer(Random random, int number, boolean v4) {
        int host = random.nextInt(40);
        IpAddress ip = IpAddress.of(v4 ? "203.0.113." + host : "2001:db8:0:" + host / 4 + "::" + host);
        byte[] id = new byte[PeerId.LENGTH];
        random.nextBytes(id);
        byte[] key = new byte[random.nextInt(12)];
        random.nextBytes(key);
        Place place = List.of(Place.values()).get((v4 ? host : host / 4) % 5);
        Kind plain = Kind.of(STATUSES.get(random.nextInt(3)), place);
        boolean gateway = plain.status() == PeerStatus.LEECHER && random.nextBoolean();
        Kind kind = gateway ? plain.asGateway(random.nextBoolean()) : plain;
        return new Peer(
                new PeerAddress(ip, number + 1),
                new Session(PeerId.of(id), ClientKey.of(key), v4),
                kind,
                new Peer.Progress(random.nextLong(), random.nextLong(), random.nextLong()),
                random.nextInt());
    }
}
