package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;

/** Who is who: a peer is an address and a port, and only its own client can touch it. */
abstract class IdentityContract {

    abstract TrackerUnderTest tracker();

    @Test
    void twoPortsAtOneAddressAreTwoPeers() {
        InfoHash torrent = tracker().newTorrent();
        Announce one = Announce.of(torrent).from("203.0.113.1").port(1001);
        one.to(tracker());
        Reply reply = Announce.of(torrent).from("203.0.113.1").port(1002).to(tracker());

        assertThat(reply.incomplete()).isEqualTo(2);
        assertThat(reply.peers()).containsExactly("203.0.113.1:1001");
    }

    @Test
    void aRestartedClientReplacesWhatItWas() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("203.0.113.1").to(tracker());
        Reply reply = Announce.of(torrent).from("203.0.113.1").event("started").to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
        assertThat(reply.peers()).isEmpty();
    }

    @Test
    void theSameIdAndKeyAtANewAddressLeaveNoGhost() {
        InfoHash torrent = tracker().newTorrent();
        Announce mover = Announce.of(torrent).from("203.0.113.1");
        mover.to(tracker());

        assertThat(mover.from("203.0.113.2").to(tracker()).incomplete()).isEqualTo(1);
        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly("203.0.113.2:51413");
    }

    @Test
    void theSameIdAndKeyAtANewPortLeaveNoGhost() {
        Announce mover = Announce.of(tracker().newTorrent()).port(1001);
        mover.to(tracker());

        assertThat(mover.port(1002).to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void aGhostIsLaidInIpv6Too() {
        Announce mover = Announce.of(tracker().newTorrent()).from("2001:db8:1::1");
        mover.to(tracker());

        assertThat(mover.from("2001:db8:2::1").to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void theAddressOfTheOtherFamilyIsNoGhost() {
        Announce client = Announce.of(tracker().newTorrent()).from("203.0.113.1");
        client.to(tracker());

        assertThat(client.from("2001:db8::1").to(tracker()).incomplete()).isEqualTo(2);
    }

    @Test
    void anotherKeyMovesNobody() {
        Announce victim = Announce.of(tracker().newTorrent()).from("203.0.113.1");
        victim.to(tracker());

        assertThat(victim.from("203.0.113.2").with("key", "ffff").to(tracker()).incomplete())
                .isEqualTo(2);
    }

    @Test
    void withoutAKeyNobodyIsMoved() {
        Announce victim =
                Announce.of(tracker().newTorrent()).from("203.0.113.1").without("key");
        victim.to(tracker());

        assertThat(victim.from("203.0.113.2").to(tracker()).incomplete()).isEqualTo(2);
    }

    @Test
    void anEmptyKeyIsNoKey() {
        Announce victim =
                Announce.of(tracker().newTorrent()).from("203.0.113.1").with("key", "");
        victim.to(tracker());

        assertThat(victim.from("203.0.113.2").to(tracker()).incomplete()).isEqualTo(2);
    }

    @Test
    void whoOnlyKnowsTheIdCanStopNobodyElse() {
        InfoHash torrent = tracker().newTorrent();
        Announce victim = Announce.of(torrent).from("203.0.113.1");
        victim.to(tracker());
        String key = "wrong";
        victim.from("203.0.113.2").with("key", key).event("stopped").to(tracker());
        victim.without("key").to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly("203.0.113.1:51413");
    }

    @Test
    void aNeighbourBehindTheSameNatCanNotStopAnother() {
        InfoHash torrent = tracker().newTorrent();
        Announce victim = Announce.of(torrent).from("203.0.113.1");
        victim.to(tracker());
        Announce.of(torrent).from("203.0.113.1").event("stopped").to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly(victim.address());
    }

    @Test
    void aLateStopOfTheOldProcessDoesNotStopTheNewOne() {
        InfoHash torrent = tracker().newTorrent();
        Announce old = Announce.of(torrent).from("203.0.113.1");
        old.to(tracker());
        Announce.of(torrent).from("203.0.113.1").to(tracker());

        assertThat(old.event("stopped").to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void aClientWithoutAKeyCanStopItself() {
        Announce client = Announce.of(tracker().newTorrent()).without("key");
        client.to(tracker());

        assertThat(client.event("stopped").to(tracker()).incomplete()).isZero();
    }

    @Test
    void movingOntoTheAddressOfAnotherReplacesBoth() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("203.0.113.2").to(tracker());
        Announce mover = Announce.of(torrent).from("203.0.113.1");
        mover.to(tracker());

        assertThat(mover.from("203.0.113.2").to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void clonedSeedBoxesThatShareIdAndKeyAllStay() {
        InfoHash torrent = tracker().newTorrent();
        Announce box = Announce.of(torrent).seed().from("192.0.2.1");
        box.to(tracker());

        assertThat(box.from("192.0.2.2").to(tracker()).complete()).isEqualTo(2);
        assertThat(box.from("192.0.2.1").to(tracker()).complete()).isEqualTo(2);
        assertThat(box.event("stopped").to(tracker()).complete()).isEqualTo(1);
        assertThat(Announce.of(torrent).from("10.0.0.1").to(tracker()).peers()).containsExactly("192.0.2.2:51413");
    }

    @Test
    void longKeysThatDifferEarlyAreDifferent() {
        Announce client = Announce.of(tracker().newTorrent()).with("key", "a" + "x".repeat(500));
        client.from("203.0.113.1").to(tracker());

        assertThat(client.from("203.0.113.2")
                        .with("key", "b" + "x".repeat(500))
                        .to(tracker())
                        .incomplete())
                .isEqualTo(2);
    }
}
