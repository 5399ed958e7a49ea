package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** What depends on whether an address is on the campus. */
abstract class CampusContract {

    abstract TrackerUnderTest tracker();

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1", "169.254.1.1", "100.64.0.1", "fe80::1"})
    void aPrivateAddressIsNotGivenToTheOutside(String address) {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from(address).seed().to(tracker());
        Reply reply = Announce.of(torrent).from("203.0.113.1").to(tracker());

        assertThat(reply.peers()).isEmpty();
        assertThat(reply.complete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1"})
    void aPrivateAddressIsGivenToTheCampus(String address) {
        InfoHash torrent = tracker().newTorrent();
        Announce peer = Announce.of(torrent).from(address);
        peer.to(tracker());

        assertThat(Announce.of(torrent).from("10.99.0.1").to(tracker()).peers()).containsExactly(peer.address());
    }

    @Test
    void aPrivateAddressIsNotGivenToAnotherPrivateAddressOutside() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("100.64.0.1").to(tracker());

        assertThat(Announce.of(torrent).from("100.64.0.2").to(tracker()).peers())
                .isEmpty();
    }

    @Test
    void aPrivateAddressIsGivenToSeedBoxes() {
        InfoHash torrent = tracker().newTorrent();
        Announce peer = Announce.of(torrent).from("10.0.0.1");
        peer.to(tracker());

        assertThat(Announce.of(torrent).seed().from("192.0.2.1").to(tracker()).peers())
                .containsExactly(peer.address());
    }

    @Test
    void aPublicAddressGoesToTheCampusAndTheOutside() {
        InfoHash torrent = tracker().newTorrent();
        Announce peer = Announce.of(torrent).from("203.0.113.1");
        peer.to(tracker());

        assertThat(Announce.of(torrent).from("10.0.0.1").to(tracker()).peers()).containsExactly(peer.address());
        assertThat(Announce.of(torrent).from("203.0.113.2").to(tracker()).peers())
                .containsExactly(peer.address());
    }

    @Test
    void withPrivatePeersAroundTheOutsideStillGetsAllItMay() {
        InfoHash torrent = tracker().newTorrent();
        for (int i = 1; i <= 100; i++) {
            Announce.of(torrent).from("10.0.0." + i).to(tracker());
        }
        for (int i = 1; i <= 5; i++) {
            Announce.of(torrent).from("203.0.113." + i).to(tracker());
        }
        assertThat(Announce.of(torrent)
                        .from("203.0.113.99")
                        .with("numwant", "10")
                        .to(tracker())
                        .peers())
                .hasSize(5);
    }

    @Test
    void anOutsideAddressHasEightPeersInASwarm() {
        InfoHash torrent = tracker().newTorrent();
        for (int port = 1001; port <= 1008; port++) {
            assertThat(Announce.of(torrent)
                            .from("203.0.113.1")
                            .port(port)
                            .to(tracker())
                            .isRefusal())
                    .isFalse();
        }
        assertThat(Announce.of(torrent)
                        .from("203.0.113.1")
                        .port(1009)
                        .to(tracker())
                        .isRefusal())
                .isTrue();
        assertThat(Announce.of(torrent).from("203.0.113.2").to(tracker()).incomplete())
                .isEqualTo(9);
    }

    @Test
    void anIpv6NetworkOfSixtyFourBitsHasEightPeersInASwarm() {
        InfoHash torrent = tracker().newTorrent();
        for (int i = 1; i <= 8; i++) {
            Announce.of(torrent).from("2001:db8:0:1::" + i).to(tracker());
        }
        assertThat(Announce.of(torrent)
                        .from("2001:db8:0:1:ffff::9")
                        .to(tracker())
                        .isRefusal())
                .isTrue();
        assertThat(Announce.of(torrent).from("2001:db8:0:2::9").to(tracker()).isRefusal())
                .isFalse();
    }

    @Test
    void whoIsThereAlreadyIsNotRefusedInAFullNetwork() {
        InfoHash torrent = tracker().newTorrent();
        Announce first = Announce.of(torrent).from("203.0.113.1").port(1000);
        first.to(tracker());
        for (int port = 1001; port <= 1007; port++) {
            Announce.of(torrent).from("203.0.113.1").port(port).to(tracker());
        }
        assertThat(first.to(tracker()).incomplete()).isEqualTo(8);
        assertThat(first.port(2000).to(tracker()).incomplete()).isEqualTo(8);
    }

    @Test
    void whoLeavesAFullNetworkMakesRoom() {
        InfoHash torrent = tracker().newTorrent();
        Announce first = Announce.of(torrent).from("203.0.113.1").port(1000);
        first.to(tracker());
        for (int port = 1001; port <= 1007; port++) {
            Announce.of(torrent).from("203.0.113.1").port(port).to(tracker());
        }
        first.event("stopped").to(tracker());

        assertThat(Announce.of(torrent)
                        .from("203.0.113.1")
                        .port(2000)
                        .to(tracker())
                        .incomplete())
                .isEqualTo(8);
    }

    @Test
    void aFullNetworkIsNotFullInAnotherSwarm() {
        InfoHash torrent = tracker().newTorrent();
        for (int port = 1001; port <= 1008; port++) {
            Announce.of(torrent).from("203.0.113.1").port(port).to(tracker());
        }
        assertThat(Announce.of(tracker().newTorrent())
                        .from("203.0.113.1")
                        .to(tracker())
                        .isRefusal())
                .isFalse();
    }

    @Test
    void movingIntoAFullNetworkIsRefusedAndChangesNothing() {
        InfoHash torrent = tracker().newTorrent();
        for (int port = 1001; port <= 1008; port++) {
            Announce.of(torrent).from("203.0.113.1").port(port).to(tracker());
        }
        Announce mover = Announce.of(torrent).from("203.0.113.2");
        mover.to(tracker());

        assertThat(mover.from("203.0.113.1").to(tracker()).isRefusal()).isTrue();
        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1", "192.0.2.1"})
    void theCampusAndSeedBoxesMayShareAnAddress(String address) {
        InfoHash torrent = tracker().newTorrent();
        for (int port = 1001; port <= 1030; port++) {
            Announce.of(torrent).from(address).port(port).to(tracker());
        }
        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(31);
    }
}
