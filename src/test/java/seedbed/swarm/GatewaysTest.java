package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import seedbed.protocol.PeerStatus;

/** Which leechers fetch for a campus without a seed, and what the others are given. */
final class GatewaysTest extends SelectionScene {

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
    void aCrowdInWhichNobodyFetchesYetKeepsAPlaceForASeedFromOutside() {
        add(PeerStatus.LEECHER, Place.CAMPUS, 60);
        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);
        add(PeerStatus.SEED, Place.OUTSIDE, 1);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50))
                .hasSize(50)
                .filteredOn(Place.OUTSIDE::equals)
                .hasSize(1);
    }

    @Test
    void whereEnoughFetchForTheCampusTheOthersAreGivenOneOfThemAndNobodyFromOutside() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        for (int i = 0; i < GATEWAYS; i++) {
            addJoined(i, PeerStatus.LEECHER, Place.CAMPUS);
        }
        add(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 60);

        List<Peer> chosen = chosen(asking(PeerStatus.LEECHER, Place.CAMPUS, 5));

        assertThat(chosen)
                .hasSize(5)
                .noneMatch(peer -> peer.place().isOutside())
                .anyMatch(Peer::isGateway);
    }

    @Test
    void oneGatewayIsEnoughWhereTheOperatorSaysSo() {
        PeerSelection thrifty = new PeerSelection(0, 1);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(chosen(thrifty, swarm, asking(PeerStatus.LEECHER, Place.CAMPUS, 50), new Random(1)))
                .hasSize(30);
        addJoined(1, PeerStatus.LEECHER, Place.CAMPUS);
        assertThat(chosen(thrifty, swarm, asking(PeerStatus.LEECHER, Place.CAMPUS, 50), new Random(1)))
                .singleElement()
                .matches(Peer::isGateway);
    }

    @Test
    void whoComesBackAndStillFindsNoSeedIsGivenOneFromOutside() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        for (int i = 0; i < GATEWAYS; i++) {
            addJoined(i, PeerStatus.LEECHER, Place.CAMPUS);
        }

        Peer asker = peer(0, PeerStatus.LEECHER, Place.CAMPUS_PRIVATE);
        List<Peer> chosen = chosen(new Asking(asker, true, 50));

        assertThat(chosen)
                .hasSize(GATEWAYS + 1)
                .filteredOn(peer -> peer.place().isOutside())
                .hasSize(1)
                .allMatch(peer -> peer.status() == PeerStatus.SEED);
    }

    @Test
    void neitherSeedsNorSeedBoxesNorThoseWithOnePeerFromOutsideFetchForTheCampus() {
        add(PeerStatus.SEED, Place.OUTSIDE, 1);
        assertThat(addJoined(1, PeerStatus.LEECHER, Place.CAMPUS).isGateway()).isFalse();

        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);
        assertThat(addJoined(2, PeerStatus.LEECHER, Place.CAMPUS).isGateway()).isTrue();
        assertThat(addJoined(3, PeerStatus.LEECHER, Place.SEED_BOX).isGateway()).isFalse();
        assertThat(addJoined(4, PeerStatus.LEECHER, Place.OUTSIDE).isGateway()).isFalse();
        assertThat(addJoined(5, PeerStatus.SEED, Place.CAMPUS).isGateway()).isFalse();
    }

    private Peer addJoined(int number, PeerStatus status, Place place) {
        Peer peer = peer(number, status, place);
        Choice choice = selection.choose(swarm, new Asking(peer, false, 50), new Random(9));
        Peer joined = peer.given(choice);
        swarm.add(joined, false);
        return joined;
    }
}
