package seedbed.swarm;

import java.util.List;
import java.util.Random;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** A swarm whose peers a test chooses, and what a client is given of them. */
abstract class SelectionScene {

    final PeerSelection selection = new PeerSelection(1);

    final Shelves shelves = new Shelves();

    List<Peer> chosen(Asking asking) {
        return selection.choose(shelves, asking, new Random(9));
    }

    List<Place> chosenFor(PeerStatus status, Place place, int numwant) {
        return selection.choose(shelves, asking(status, place, numwant), new Random(7)).stream()
                .map(Peer::place)
                .toList();
    }

    static Asking asking(PeerStatus status, Place place, int numwant) {
        return new Asking(peer(0, status, place), false, numwant);
    }

    void add(PeerStatus status, Place place, int count) {
        for (int i = 1; i <= count; i++) {
            shelves.add(peer(i, status, place));
        }
    }

    static PeerAddress address(int number, PeerStatus status, Place place) {
        int third = List.of(Place.values()).indexOf(place);
        int last = List.of(PeerStatus.values()).indexOf(status);
        IpAddress ip = IpAddress.of("203.0." + third + '.' + last);
        return new PeerAddress(ip, number + 1);
    }

    static Peer peer(int number, PeerStatus status, Place place) {
        Session session = new Session(PeerId.of(new byte[PeerId.LENGTH]), ClientKey.NONE, true);
        return new Peer(address(number, status, place), session, status, new Peer.Progress(0, 0, 0), place, 0);
    }
}
