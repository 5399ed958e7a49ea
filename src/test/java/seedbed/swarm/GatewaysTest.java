package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.PeerStatus;

/** Which leechers fetch for a campus without a seed, and what the others are given. */
final class GatewaysTest extends SelectionScene {

    private static final String RTORRENT = "-lt0D80-";
    private static final String TRANSMISSION = "-TR3000-";

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
    void aGatewayIsGivenNoMoreFromOutsideThanFillMostLinks() {
        add(PeerStatus.LEECHER, Place.CAMPUS, 3);
        add(PeerStatus.SEED, Place.OUTSIDE, 60);

        assertThat(chosenFor(PeerStatus.LEECHER, Place.CAMPUS, 50))
                .filteredOn(Place.OUTSIDE::equals)
                .hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({"50, 15", "20, 10", "4, 2"})
    void neighboursOfALargeCrowdLeaveHalfOfTheListOfWhoIsToFetch(int numwant, int fromOutside) {
        add(PeerStatus.LEECHER, Place.CAMPUS, 60);
        add(PeerStatus.LEECHER, Place.OUTSIDE, 30);
        add(PeerStatus.SEED, Place.OUTSIDE, 1);

        assertThat(chosen(asking(PeerStatus.LEECHER, Place.CAMPUS, numwant)))
                .hasSize(numwant)
                .anyMatch(peer -> peer.place().isOutside() && peer.status() == PeerStatus.SEED)
                .filteredOn(peer -> peer.place().isOutside())
                .hasSize(fromOutside);
    }

    @Test
    void inASmallCrowdOneFetchesAndTheOthersAreGivenThatOneAndNobodyFromOutside() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        assertThat(addJoined(1, PeerStatus.LEECHER, Place.CAMPUS).isGateway()).isTrue();
        add(PeerStatus.LEECHER, Place.CAMPUS_PRIVATE, 14);

        List<Peer> chosen = chosen(asking(PeerStatus.LEECHER, Place.CAMPUS, 5));

        assertThat(chosen)
                .hasSize(5)
                .noneMatch(peer -> peer.place().isOutside())
                .anyMatch(Peer::isGateway);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 12})
    void inALargerCrowdMoreFetchButNeverMoreThanTheOperatorSays(int most) {
        oneFetchesForEachSixteen(QBITTORRENT, most);
    }

    @Test
    void aCrowdOfThoseWhoMayBeginLateHasAsManyWhoFetchAsAnyOther() {
        oneFetchesForEachSixteen(RTORRENT, GATEWAYS);
    }

    private void oneFetchesForEachSixteen(String client, int most) {
        PeerSelection selection = new PeerSelection(0, most);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        int gateways = 0;
        for (int number = 1; number <= 200; number++) {
            gateways += addJoined(selection, campusLeecher(client, number)).isGateway() ? 1 : 0;
            assertThat(gateways).isEqualTo(Math.min(most, 1 + (number - 1) / 16));
        }
    }

    @Test
    void whereTheOneWhoFetchesMayBeginLateTheNextFetchesToo() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(addJoined(RTORRENT, 1).isGateway()).isTrue();
        assertThat(addJoined(TRANSMISSION, 2).isGateway()).isTrue();
        assertThat(addJoined(TRANSMISSION, 3).isGateway()).isFalse();
    }

    @Test
    void thoseWhoMayBeginLateFetchOnlyWhereNobodyElseDoes() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(addJoined(TRANSMISSION, 1).isGateway()).isTrue();
        assertThat(addJoined(RTORRENT, 2).isGateway()).isFalse();
    }

    @Test
    void whoMayBeginLateIsGivenTheGatewayAndOneNeighbourAndMeetsTheOthersWhenTheyHaveEverything() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        addCrowd(9);

        assertThat(chosen(new Asking(campusLeecher(RTORRENT, 10), false, 50)))
                .hasSize(2)
                .noneMatch(peer -> peer.place().isOutside())
                .filteredOn(Peer::isGateway)
                .hasSize(1);
        assertThat(chosen(new Asking(campusLeecher(TRANSMISSION, 10), false, 50)))
                .hasSize(9);
    }

    @Test
    void whoMayBeginLateIsGivenAllOfASmallSwarmWhenItComesBack() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        addCrowd(9);

        assertThat(chosen(new Asking(campusLeecher(RTORRENT, 10), true, 50)))
                .filteredOn(peer -> !peer.place().isOutside())
                .hasSize(9);
    }

    @Test
    void whereNobodyFetchesWhoMayBeginLateIsGivenAllOfASmallSwarm() {
        addCrowd(9);

        assertThat(chosen(new Asking(campusLeecher(RTORRENT, 10), false, 50))).hasSize(9);
    }

    @Test
    void whoMayBeginLateIsGivenTheSeedsOfTheCampusLikeAnybody() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        add(PeerStatus.SEED, Place.CAMPUS, 3);
        addCrowd(6);

        assertThat(chosen(new Asking(campusLeecher(RTORRENT, 10), false, 50)))
                .filteredOn(peer -> !peer.place().isOutside())
                .hasSize(9);
    }

    @Test
    void whoMayBeginLateIsNotAmongThoseWhomTheOperatorCounts() {
        PeerSelection selection = new PeerSelection(0, 1);
        add(PeerStatus.SEED, Place.OUTSIDE, 30);

        assertThat(addJoined(selection, campusLeecher(RTORRENT, 1)).isGateway()).isTrue();
        assertThat(addJoined(selection, campusLeecher(TRANSMISSION, 2)).isGateway())
                .isTrue();
        assertThat(addJoined(selection, campusLeecher(TRANSMISSION, 3)).isGateway())
                .isFalse();
    }

    @Test
    void whereTheGatewayWasNotHeardOfLatelyAnotherFetchesToo() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        addJoined(1, PeerStatus.LEECHER, Place.CAMPUS);
        int lately = SwarmClock.ticks(Duration.ofMinutes(5));

        assertThat(isGivenTheOutside(lately)).isFalse();
        assertThat(isGivenTheOutside(lately + 1)).isTrue();
    }

    private boolean isGivenTheOutside(int now) {
        Peer asker = seen(now, peer(2, PeerStatus.LEECHER, Place.CAMPUS));
        return chosen(new Asking(asker, false, 50)).stream()
                .anyMatch(peer -> peer.place().isOutside());
    }

    private static Peer seen(int tick, Peer peer) {
        return new Peer(peer.address(), peer.session(), peer.kind(), peer.progress(), tick);
    }

    @Test
    void whoComesBackAndStillFindsNoSeedIsGivenOneFromOutside() {
        add(PeerStatus.SEED, Place.OUTSIDE, 30);
        addJoined(1, PeerStatus.LEECHER, Place.CAMPUS);

        Peer asker = peer(0, PeerStatus.LEECHER, Place.CAMPUS_PRIVATE);
        List<Peer> chosen = chosen(new Asking(asker, true, 50));

        assertThat(chosen)
                .hasSize(2)
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
        return addJoined(selection, peer(number, status, place));
    }

    private Peer addJoined(String client, int number) {
        return addJoined(selection, campusLeecher(client, number));
    }

    private void addCrowd(int size) {
        for (int number = 1; number <= size; number++) {
            addJoined(TRANSMISSION, number);
        }
    }

    private static Peer campusLeecher(String client, int number) {
        return peer(client, number, PeerStatus.LEECHER, Place.CAMPUS);
    }

    private Peer addJoined(PeerSelection selection, Peer peer) {
        Choice choice = selection.choose(swarm, new Asking(peer, false, 50), new Random(9));
        Peer joined = peer.given(choice);
        swarm.add(joined, false);
        return joined;
    }
}
