package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** Which peers a client is given, how many, and how they are written. */
abstract class PeerListContract {

    abstract TrackerUnderTest tracker();

    @Test
    void aLeecherIsGivenSeedsAndLeechers() {
        InfoHash torrent = tracker().newTorrent();
        Announce seed = Announce.of(torrent).seed();
        Announce leecher = Announce.of(torrent);
        seed.to(tracker());
        leecher.to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers())
                .containsExactlyInAnyOrder(seed.address(), leecher.address());
    }

    @Test
    void aSeedIsGivenLeechersOnly() {
        InfoHash torrent = tracker().newTorrent();
        Announce leecher = Announce.of(torrent);
        leecher.to(tracker());
        Announce.of(torrent).seed().to(tracker());

        assertThat(Announce.of(torrent).seed().to(tracker()).peers()).containsExactly(leecher.address());
    }

    @Test
    void nobodyIsGivenItself() {
        InfoHash torrent = tracker().newTorrent();
        Announce asker = Announce.of(torrent);
        asker.to(tracker());
        Announce other = Announce.of(torrent);
        other.to(tracker());

        assertThat(asker.to(tracker()).peers()).containsExactly(other.address());
    }

    @Test
    void aClientWithBothFamiliesIsNotGivenItsOtherAddress() {
        InfoHash torrent = tracker().newTorrent();
        Announce client = Announce.of(torrent).from("2001:db8::5");
        client.to(tracker());
        Reply reply = client.from("198.51.100.5").to(tracker());

        assertThat(reply.peers()).isEmpty();
        assertThat(reply.incomplete()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "2001:db8::5"})
    void bothFamiliesGoToClientsOfEither(String asker) {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("203.0.113.1").to(tracker());
        Announce.of(torrent).from("2001:db8:1::1").to(tracker());
        Reply reply = Announce.of(torrent).from(asker).to(tracker());

        assertThat(reply.unpacked("peers", 4)).containsExactly("203.0.113.1:51413");
        assertThat(reply.unpacked("peers6", 16)).containsExactly("[2001:db8:1::1]:51413");
    }

    @Test
    void highPortsArePackedUnsigned() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("203.0.113.255").port(65535).to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).peers()).containsExactly("203.0.113.255:65535");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "7, 7", "200, 200", "201, 200", "99999999999999999999999, 200"})
    void numwantIsObeyedUpToTheLimit(String numwant, int given) {
        InfoHash torrent = crowd(210);

        assertThat(Announce.of(torrent).with("numwant", numwant).to(tracker()).peers())
                .hasSize(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "many", "1.5", "0x10", "+7", "%20"})
    void aNumwantThatIsNoneMeansFifty(String numwant) {
        InfoHash torrent = crowd(60);

        assertThat(Announce.of(torrent).with("numwant", numwant).to(tracker()).peers())
                .hasSize(50);
    }

    @Test
    void withoutNumwantThereAreFifty() {
        assertThat(Announce.of(crowd(60)).to(tracker()).peers()).hasSize(50);
    }

    @Test
    void nobodyIsGivenTwice() {
        List<String> peers =
                Announce.of(crowd(80)).with("numwant", "60").to(tracker()).peers();

        assertThat(new HashSet<>(peers)).hasSize(60);
    }

    @Test
    void everybodyIsShownSoonerOrLater() {
        InfoHash torrent = crowd(40);
        Announce asker = Announce.of(torrent).with("numwant", "5");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.addAll(asker.to(tracker()).peers());
        }
        assertThat(seen).hasSize(40);
    }

    @Test
    void dictionariesHaveAddressIdAndPort() {
        InfoHash torrent = tracker().newTorrent();
        Announce peer =
                Announce.of(torrent).with("peer_id", "-AB0001-abcdefghijkl").port(6881);
        peer.to(tracker());
        Reply reply = Announce.of(torrent).with("compact", "0").to(tracker());

        Reply listed = reply.peerDictionaries().get(0);
        assertThat(listed.keys()).containsExactly("ip", "peer id", "port");
        assertThat(listed.bytes("ip")).asString().isEqualTo(peer.ip());
        assertThat(listed.bytes("peer id")).asString().isEqualTo("-AB0001-abcdefghijkl");
        assertThat(listed.number("port")).isEqualTo(6881);
    }

    @Test
    void dictionariesHoldBothFamiliesAndThereIsNoPeers6() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).from("2001:db8::9").to(tracker());
        Announce.of(torrent).from("203.0.113.9").to(tracker());
        Reply reply = Announce.of(torrent).with("compact", "0").to(tracker());

        assertThat(reply.peerDictionaries())
                .extracting(peer -> new String(peer.bytes("ip"), StandardCharsets.US_ASCII))
                .containsExactlyInAnyOrder("2001:db8::9", "203.0.113.9");
        assertThat(reply.has("peers6")).isFalse();
    }

    @Test
    void noPeerIdLeavesTheIdOut() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());
        Reply reply = Announce.of(torrent)
                .with("compact", "0")
                .with("no_peer_id", "1")
                .to(tracker());

        assertThat(reply.peerDictionaries().get(0).keys()).containsExactly("ip", "port");
    }

    @Test
    void anEmptyListOfDictionariesIsAnEmptyList() {
        Reply reply = Announce.of(tracker().newTorrent()).with("compact", "0").to(tracker());

        assertThat(reply.peerDictionaries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "2", "no", "00"})
    void anythingButZeroIsCompact(String compact) {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());

        assertThat(Announce.of(torrent).with("compact", compact).to(tracker()).bytes("peers"))
                .hasSize(6);
    }

    @Test
    void withoutTheParameterItIsCompact() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());

        assertThat(Announce.of(torrent).without("compact").to(tracker()).bytes("peers"))
                .hasSize(6);
    }

    private InfoHash crowd(int size) {
        InfoHash torrent = tracker().newTorrent();
        for (int i = 0; i < size; i++) {
            Announce.of(torrent).to(tracker());
        }
        return torrent;
    }
}
