package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import seedbed.protocol.PeerStatus;

/** The peers of a swarm, by what they are to those who ask. */
final class Shelves {

    // Two dozen at most, and two or three in most swarms: walking them is quicker than any map.
    private final List<Shelf> shelves = new ArrayList<>(4);

    void add(Peer peer) {
        shelfFor(peer).add(peer);
    }

    void remove(Peer peer) {
        shelfFor(peer).remove(peer);
    }

    int count(PeerStatus status) {
        int count = 0;
        for (Shelf shelf : shelves) {
            count += shelf.status() == status ? shelf.size() : 0;
        }
        return count;
    }

    int count(PeerStatus status, Place place) {
        int count = 0;
        for (Shelf shelf : shelves) {
            count += shelf.status() == status && shelf.place() == place ? shelf.size() : 0;
        }
        return count;
    }

    void count(Census census) {
        shelves.forEach(shelf -> census.add(shelf.place(), shelf.status(), shelf.size()));
    }

    /** The shelves that fit, some of them perhaps empty. */
    List<Shelf> where(Predicate<Shelf> fits) {
        return shelves.stream().filter(fits).toList();
    }

    private Shelf shelfFor(Peer peer) {
        for (Shelf shelf : shelves) {
            if (shelf.status() == peer.status()
                    && shelf.place() == peer.place()
                    && shelf.isOfGateways() == peer.isGateway()) {
                return shelf;
            }
        }
        Shelf shelf = new Shelf(peer.status(), peer.place(), peer.isGateway());
        shelves.add(shelf);
        return shelf;
    }
}
