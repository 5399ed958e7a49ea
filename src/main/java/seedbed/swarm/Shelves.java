package seedbed.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import seedbed.protocol.PeerStatus;

/** The peers of a swarm, by status and place. */
final class Shelves {

    private static final int PLACES = Place.values().length;

    private final Shelf[] shelves = new Shelf[PeerStatus.GONE.ordinal() * PLACES];

    Shelves() {
        for (int i = 0; i < shelves.length; i++) {
            shelves[i] = new Shelf();
        }
    }

    void add(Peer peer) {
        shelf(peer.status(), peer.place()).add(peer);
    }

    void remove(Peer peer) {
        shelf(peer.status(), peer.place()).remove(peer);
    }

    int count(PeerStatus status) {
        int count = 0;
        for (Place place : Place.values()) {
            count += shelf(status, place).size();
        }
        return count;
    }

    /** The shelves that are not empty and whose peers fit. */
    List<Shelf> where(BiPredicate<PeerStatus, Place> fits) {
        List<Shelf> found = new ArrayList<>();
        for (int i = 0; i < shelves.length; i++) {
            if (shelves[i].size() > 0 && fits.test(PeerStatus.values()[i / PLACES], Place.values()[i % PLACES])) {
                found.add(shelves[i]);
            }
        }
        return found;
    }

    private Shelf shelf(PeerStatus status, Place place) {
        return shelves[status.ordinal() * PLACES + place.ordinal()];
    }
}
