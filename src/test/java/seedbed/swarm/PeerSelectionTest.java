package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.ClientKey;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerStatus;

/** Chance, as far as it can be tested: every seed of the generator must give the same picture. */
final class PeerSelectionTest {

    private static final int DRAWS = 4000;

    private final PeerSelection selection = new PeerSelection(1);
    private final Shelves shelves = new Shelves();

    @Test
    void everyUsefulPeerIsAsLikelyAsTheOthersWhateverItsShelf() {
        add(PeerStatus.SEED, Place.OUTSIDE, 24);
        add(PeerStatus.LEECHER, Place.OUTSIDE, 10);
        add(PeerStatus.LEECHER, Place.CAMPUS, 5);
        add(PeerStatus.PARTIAL, Place.CAMPUS, 1);
        Random random = new Random(5);
        Map<PeerAddress, Integer> drawn = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            for (Peer peer : selection.choose(shelves, peer(0, PeerStatus.LEECHER, Place.OUTSIDE), 10, random)) {
                drawn.merge(peer.address(), 1, Integer::sum);
            }
        }

        // A quarter of the draws each; 137 is five standard deviations.
        assertThat(drawn).hasSize(40);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(1000 - 137, 1000 + 137));
    }

    @Test
    void aClientOnTheCampusGetsOnePeerFromOutsideWhileTheCampusHasASeed() {
        add(PeerStatus.SEED, Place.CAMPUS, 1);
        add(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 3);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50))
                .containsExactlyInAnyOrder(
                        Place.CAMPUS, Place.CAMPUS_PRIVATE, Place.CAMPUS_PRIVATE, Place.CAMPUS_PRIVATE, Place.OUTSIDE);
    }

    @Test
    void withoutASeedOnTheCampusAsManyFromOutsideAsFit() {
        add(PeerStatus.LEECHER, Place.CAMPUS, 3);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 10))
                .hasSize(10)
                .filteredOn(Place.CAMPUS::equals)
                .hasSize(3);
    }

    @Test
    void neighboursComeFirstAndFillTheList() {
        add(PeerStatus.SEED, Place.CAMPUS, 1);
        add(PeerStatus.LEECHER, Place.CAMPUS, 30);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 10)).hasSize(10).containsOnly(Place.CAMPUS);
    }

    @Test
    void aSeedOnTheCampusIsShownOneLeecherFromOutside() {
        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.SEED, Place.CAMPUS, 50)).containsExactly(Place.OUTSIDE);
    }

    private List<Place> chosenFor(PeerStatus status, Place place, int numwant) {
        return selection.choose(shelves, peer(0, status, place), numwant, new Random(7)).stream()
                .map(Peer::place)
                .toList();
    }

    @Test
    void aShelfStaysInOrderWhilePeersComeAndGo() {
        Random random = new Random(6);
        List<Peer> present = new ArrayList<>();
        Peer asker = peer(0, PeerStatus.LEECHER, Place.OUTSIDE);
        for (int step = 1; step < 3000; step++) {
            boolean grows = step < 1500 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
            if (present.isEmpty() || grows) {
                Peer peer = peer(step, PeerStatus.SEED, Place.OUTSIDE);
                present.add(peer);
                shelves.add(peer);
            } else {
                shelves.remove(present.remove(random.nextInt(present.size())));
            }
            assertThat(shelves.count(PeerStatus.SEED)).as("step " + step).isEqualTo(present.size());
            assertThat(selection.choose(shelves, asker, 5, random))
                    .as("step " + step)
                    .hasSize(Math.min(5, present.size()))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(present);
        }
        assertThat(selection.choose(shelves, asker, Integer.MAX_VALUE, random))
                .containsExactlyInAnyOrderElementsOf(present);
    }

    private void add(PeerStatus status, Place place, int count) {
        for (int i = 1; i <= count; i++) {
            shelves.add(peer(
                    i + 100 * (place == Place.CAMPUS ? 1 : 0) + (status == PeerStatus.LEECHER ? 1000 : 0),
                    status,
                    place));
        }
    }

    private static Peer peer(int number, PeerStatus status, Place place) {
        Session session = new Session(PeerId.of(new byte[PeerId.LENGTH]), ClientKey.NONE, true);
        PeerAddress address = new PeerAddress(IpAddress.of("203.0.113.1"), number + 1);
        return new Peer(address, session, status, new Peer.Progress(0, 0, 0), place, 0);
    }
}
