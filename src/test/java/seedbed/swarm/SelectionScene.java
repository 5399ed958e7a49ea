package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** A swarm whose peers a test chooses, and what a client is given of them. */
abstract class SelectionScene {

    static final int GATEWAYS = 4;

    /** As it names itself in front of its id. */
    static final String QBITTORRENT = "-qB4520-";

    final PeerSelection selection = new PeerSelection(1, GATEWAYS);

    final Swarm swarm = new Swarm(new Members());

    List<Peer> chosen(Asking asking) {
        return chosen(selection, swarm, asking, new Random(9));
    }

    static List<Peer> chosen(PeerSelection selection, Swarm swarm, Asking asking, RandomGenerator random) {
        Choice choice = selection.choose(swarm, asking, random);
        List<Peer> peers = IntStream.range(0, choice.size())
                .mapToObj(i -> swarm.peer(choice.row(i)))
                .toList();
        assertThat(peers).filteredOn(peer -> peer.place().isOutside()).hasSize(choice.outside());
        return peers;
    }

    List<Place> chosenFor(PeerStatus status, Place place, int numwant) {
        return chosen(selection, swarm, asking(status, place, numwant), new Random(7)).stream()
                .map(Peer::place)
                .toList();
    }

    static Asking asking(PeerStatus status, Place place, int numwant) {
        return new Asking(peer(0, status, place), false, numwant);
    }

    void add(PeerStatus status, Place place, int count) {
        for (int i = 1; i <= count; i++) {
            swarm.add(peer(i, status, place), false);
        }
    }

    static PeerAddress address(int number, PeerStatus status, Place place) {
        int third = List.of(Place.values()).indexOf(place);
        int last = List.of(PeerStatus.values()).indexOf(status);
        IpAddress ip = IpAddress.of("203.0." + third + '.' + last);
        return new PeerAddress(ip, number + 1);
    }

    static Peer peer(int number, PeerStatus status, Place place) {
        return peer(QBITTORRENT, number, status, place);
    }

    /** @param client as it names itself in front of its id */
    static Peer peer(String client, int number, PeerStatus status, Place place) {
        byte[] id = Arrays.copyOf(client.getBytes(StandardCharsets.US_ASCII), PeerId.LENGTH);
        Session session = new Session(PeerId.of(id), ClientKey.NONE, true);
        return new Peer(address(number, status, place), session, Kind.of(status, place), new Peer.Progress(0, 0, 0), 0);
    }
}
