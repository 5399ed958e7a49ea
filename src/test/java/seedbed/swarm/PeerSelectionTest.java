package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.PeerStatus;

/** Chance, as far as it can be tested: every seed of the generator must give the same picture. */
final class PeerSelectionTest extends SelectionScene {

    private static final int DRAWS = 4000;

    @Test
    void everyUsefulPeerOutsideIsAsLikelyAsTheOthersWhateverItsShelf() {
        add(PeerStatus.SEED, Place.OUTSIDE, 24);
        add(PeerStatus.LEECHER, Place.OUTSIDE, 15);
        add(PeerStatus.PARTIAL, Place.OUTSIDE, 1);
        Map<PeerAddress, Integer> drawn = countDraws(PeerStatus.LEECHER, Place.OUTSIDE, 10);

        // A quarter of the draws each; 137 is five standard deviations.
        assertThat(drawn).hasSize(40);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(1000 - 137, 1000 + 137));
    }

    @Test
    void equalsOnTheCampusAreEquallyLikely() {
        add(PeerStatus.SEED, Place.CAMPUS, 20);
        add(PeerStatus.LEECHER, Place.CAMPUS, 20);
        Map<PeerAddress, Integer> drawn = countDraws(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 10);

        assertThat(drawn).hasSize(40);
        assertThat(drawn.values()).allSatisfy(count -> assertThat(count).isBetween(1000 - 137, 1000 + 137));
    }

    private Map<PeerAddress, Integer> countDraws(PeerStatus status, Place place, int numwant) {
        Random random = new Random(5);
        Map<PeerAddress, Integer> drawn = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            for (Peer peer : chosen(selection, swarm, asking(status, place, numwant), random)) {
                drawn.merge(peer.address(), 1, Integer::sum);
            }
        }
        return drawn;
    }

    @Test
    void nobodyIsAlwaysFirst() {
        add(PeerStatus.SEED, Place.SEED_BOX, 1);
        add(PeerStatus.SEED, Place.CAMPUS, 1);
        add(PeerStatus.LEECHER, Place.CAMPUS, 8);
        Random random = new Random(8);
        Map<PeerAddress, Integer> first = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            List<Peer> chosen = chosen(selection, swarm, asking(PeerStatus.LEECHER, Place.CAMPUS, 10), random);
            first.merge(chosen.get(0).address(), 1, Integer::sum);
        }

        // A tenth of the draws each; 95 is five standard deviations.
        assertThat(first).hasSize(10);
        assertThat(first.values()).allSatisfy(count -> assertThat(count).isBetween(400 - 95, 400 + 95));
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
    void aSeedBoxIsASeedOfTheCampus() {
        add(PeerStatus.SEED, Place.SEED_BOX, 1);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50))
                .containsExactlyInAnyOrder(Place.SEED_BOX, Place.OUTSIDE);
    }

    @Test
    void neighboursComeFirstAndFillTheList() {
        add(PeerStatus.SEED, Place.CAMPUS, 1);
        add(PeerStatus.LEECHER, Place.CAMPUS, 30);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 10)).hasSize(10).containsOnly(Place.CAMPUS);
    }

    @Test
    void seedsOnTheCampusFillHalfOfAListThatLeechersCouldFill() {
        add(PeerStatus.SEED, Place.CAMPUS, 30);
        add(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 30);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 10))
                .filteredOn(Place.CAMPUS::equals)
                .hasSize(5);
    }

    @Test
    void ofManySeedBoxesAFewAreGiven() {
        add(PeerStatus.SEED, Place.SEED_BOX, 20);
        add(PeerStatus.LEECHER, Place.CAMPUS, 60);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50))
                .hasSize(50)
                .filteredOn(Place.SEED_BOX::equals)
                .hasSize(2);
    }

    @Test
    void whereThereIsRoomForAllASmallSwarmIsGivenWhole() {
        add(PeerStatus.SEED, Place.SEED_BOX, 5);
        add(PeerStatus.SEED, Place.CAMPUS, 5);
        add(PeerStatus.LEECHER, Place.CAMPUS, 5);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50)).hasSize(15);
    }

    @Test
    void inACampusFullOfSeedsASeedBoxAppearsAsSeldomAsTheOthers() {
        add(PeerStatus.SEED, Place.SEED_BOX, 1);
        add(PeerStatus.SEED, Place.CAMPUS, 99);
        add(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 10);
        Map<PeerAddress, Integer> drawn = countDraws(PeerStatus.LEECHER, Place.CAMPUS, 10);

        // A twentieth of the draws; 69 is five standard deviations.
        assertThat(drawn.get(address(1, PeerStatus.SEED, Place.SEED_BOX))).isBetween(200 - 69, 200 + 69);
    }

    @Test
    void theOutsideIsGivenTheOutsideWhileThatHasASeed() {
        add(PeerStatus.SEED, Place.OUTSIDE, 1);
        add(PeerStatus.SEED, Place.CAMPUS, 5);
        add(PeerStatus.LEECHER, Place.CAMPUS, 5);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.OUTSIDE, 50)).containsExactly(Place.OUTSIDE);
    }

    @Test
    void theOutsideIsGivenTheCampusButNoSeedBoxIfNobodyElseHasTheFile() {
        add(PeerStatus.LEECHER, Place.OUTSIDE, 60);
        add(PeerStatus.SEED, Place.SEED_BOX, 5);
        add(PeerStatus.SEED, Place.CAMPUS, 1);
        add(PeerStatus.SEED, Place.CAMPUS_PRIVATE, 5);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.OUTSIDE, 50))
                .hasSize(50)
                .doesNotContain(Place.SEED_BOX, Place.CAMPUS_PRIVATE)
                .filteredOn(Place.CAMPUS::equals)
                .hasSize(1);
    }

    @Test
    void aSeedOutsideIsShownNobodyOnTheCampus() {
        add(PeerStatus.LEECHER, Place.CAMPUS, 30);

        assertThat(chosenFor(PeerStatus.SEED, Place.OUTSIDE, 50)).isEmpty();
    }

    @Test
    void aSeedOnTheCampusIsShownOneLeecherFromOutside() {
        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);

        assertThat(chosenFor(PeerStatus.SEED, Place.CAMPUS, 50)).containsExactly(Place.OUTSIDE);
    }

    @Test
    void aSeedBoxIsShownNobodyOutsideOnceItOrTheCampusHasASeed() {
        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);
        assertThat(chosenFor(PeerStatus.SEED, Place.SEED_BOX, 50)).isEmpty();

        assertThat(chosenFor(PeerStatus.LEECHER, Place.SEED_BOX, 50)).hasSize(30);

        add(PeerStatus.SEED, Place.CAMPUS, 1);
        assertThat(chosenFor(PeerStatus.LEECHER, Place.SEED_BOX, 50)).containsExactly(Place.CAMPUS);
    }
}
