package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.campus.IpAddress;
import seedbed.protocol.InfoHash;

/** A client joins a swarm and stays in it. */
abstract class JoiningContract {

    abstract TrackerUnderTest tracker();

    @Test
    void theFirstLeecherIsAloneAndCountsItself() {
        Reply reply = Announce.of(tracker().newTorrent()).event("started").to(tracker());

        assertThat(reply.incomplete()).isEqualTo(1);
        assertThat(reply.complete()).isZero();
        assertThat(reply.downloaded()).isZero();
        assertThat(reply.peers()).isEmpty();
    }

    @Test
    void theFirstSeedIsAloneAndCountsItself() {
        Reply reply = Announce.of(tracker().newTorrent()).seed().to(tracker());

        assertThat(reply.complete()).isEqualTo(1);
        assertThat(reply.incomplete()).isZero();
    }

    @Test
    void theReplyHasTheseKeysInThisOrder() {
        Reply reply = Announce.of(tracker().newTorrent()).to(tracker());

        assertThat(reply.keys())
                .containsExactly(
                        "complete", "downloaded", "external ip", "incomplete", "interval", "min interval", "peers");
    }

    @Test
    void peers6ComesLastAndOnlyWhenThereAreAny() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("2001:db8::1").to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).keys()).endsWith("peers", "peers6");
    }

    @Test
    void announcingAgainDoesNotCountTwice() {
        Announce announce = Announce.of(tracker().newTorrent());
        announce.event("started").to(tracker());

        assertThat(announce.without("event").to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void startingTwiceDoesNotCountTwice() {
        Announce announce = Announce.of(tracker().newTorrent()).event("started");
        announce.to(tracker());

        assertThat(announce.to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void twentyClientsCountAsTwenty() {
        InfoHash torrent = tracker().newTorrent();
        for (int i = 1; i <= 20; i++) {
            Reply reply = i % 2 == 0
                    ? Announce.of(torrent).seed().to(tracker())
                    : Announce.of(torrent).to(tracker());
            assertThat(reply.complete() + reply.incomplete()).isEqualTo(i);
            assertThat(reply.complete()).isEqualTo(i / 2);
        }
    }

    @Test
    void swarmsDoNotMix() {
        Announce.of(tracker().newTorrent()).to(tracker());
        Reply other = Announce.of(tracker().newTorrent()).to(tracker());

        assertThat(other.incomplete()).isEqualTo(1);
        assertThat(other.peers()).isEmpty();
    }

    @Test
    void oneClientMayBeInManySwarms() {
        InfoHash one = tracker().newTorrent();
        InfoHash two = tracker().newTorrent();
        Announce client = Announce.of(one);
        client.to(tracker());
        client.with("info_hash", Hashes.encoded(two.toBytes())).to(tracker());

        assertThat(Announce.of(one).to(tracker()).peers()).containsExactly(client.address());
        assertThat(Announce.of(two).to(tracker()).peers()).containsExactly(client.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "10.1.2.3", "2001:db8::7", "fd00::7"})
    void theReplyTellsTheAskerItsAddressPacked(String address) {
        Reply reply = Announce.of(tracker().newTorrent()).from(address).to(tracker());

        assertThat(reply.bytes("external ip")).isEqualTo(IpAddress.of(address).bytes());
    }

    @Test
    void ipv4InsideIpv6IsTheIpv4Peer() {
        InfoHash torrent = tracker().newTorrent();
        Reply mapped = Announce.of(torrent).from("::ffff:203.0.113.9").to(tracker());

        assertThat(mapped.bytes("external ip")).hasSize(4);
        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly("203.0.113.9:51413");
    }

    @Test
    void theIntervalIsSpreadByATenthAroundHalfAnHour() {
        InfoHash torrent = tracker().newTorrent();
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (int i = 0; i < 60; i++) {
            Reply reply = Announce.of(torrent).to(tracker());
            lowest = Math.min(lowest, reply.number("interval"));
            highest = Math.max(highest, reply.number("interval"));
            assertThat(reply.number("min interval")).isEqualTo(900);
        }
        assertThat(lowest).isBetween(1620L, 1740L);
        assertThat(highest).isBetween(1860L, 1980L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip", "ipv4", "ipv6"})
    void whatAClientSaysAboutItsAddressIsIgnored(String parameter) {
        InfoHash torrent = tracker().newTorrent();
        Announce liar = Announce.of(torrent).with(parameter, "203.0.113.66");
        liar.to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly(liar.address());
    }

    @Test
    void aTorrentThatIsNotPublishedIsRefusedAndLeavesNoTrace() {
        InfoHash torrent = Hashes.random();
        assertThat(Announce.of(torrent).to(tracker()).isRefusal()).isTrue();
        tracker().list(torrent);

        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(1);
    }

    @Test
    void aTorrentThatIsTakenBackIsRefused() {
        InfoHash torrent = tracker().newTorrent();
        Announce announce = Announce.of(torrent);
        announce.to(tracker());
        tracker().unlist(torrent);

        assertThat(announce.to(tracker()).isRefusal()).isTrue();
    }
}
