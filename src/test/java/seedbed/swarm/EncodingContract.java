package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.protocol.InfoHash;

/** Hashes and ids are bytes. */
abstract class EncodingContract {

    private static final String TWENTY = "0123456789abcdefghij";

    abstract TrackerUnderTest tracker();

    @Test
    void allByteValuesArrive() {
        for (int first = 0; first < 256; first += InfoHash.LENGTH) {
            byte[] bytes = new byte[InfoHash.LENGTH];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (first + i);
            }
            tracker().list(InfoHash.of(bytes));
            assertThat(Announce.of(InfoHash.of(bytes)).to(tracker()).isRefusal())
                    .as("bytes from " + first)
                    .isFalse();
        }
    }

    @Test
    void unreservedCharactersMayStandForThemselves() {
        tracker().list(Hashes.ascii("Az09-._~Az09-._~Az09"));

        assertThat(Announce.ofRaw("Az09-._~Az09-._~Az09").to(tracker()).isRefusal())
                .isFalse();
    }

    @Test
    void theCaseOfHexadecimalDigitsDoesNotMatter() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent).to(tracker());
        String upper = Hashes.encoded(torrent.toBytes()).toUpperCase(Locale.ROOT);

        assertThat(Announce.ofRaw(upper).to(tracker()).incomplete()).isEqualTo(2);
    }

    @Test
    void aPlusIsAPlus() {
        tracker().list(Hashes.ascii("plus+plus+plus+plus+"));

        assertThat(Announce.ofRaw("plus+plus+plus+plus+").to(tracker()).isRefusal())
                .isFalse();
    }

    @Test
    void aPlusIsASpaceWhereOnlyThatHashIsListed() {
        InfoHash torrent = Hashes.ascii("form form form form ");
        tracker().list(torrent);
        Announce.of(torrent).to(tracker());

        assertThat(Announce.ofRaw("form+form+form+form+").to(tracker()).incomplete())
                .isEqualTo(2);
    }

    @Test
    void aPlusIsAPlusWhereBothHashesAreListed() {
        InfoHash spaces = Hashes.ascii("both both both both ");
        tracker().list(spaces);
        tracker().list(Hashes.ascii("both+both+both+both+"));
        Announce.of(spaces).to(tracker());

        assertThat(Announce.ofRaw("both+both+both+both+").to(tracker()).incomplete())
                .isEqualTo(1);
    }

    @Test
    void anEncodedPlusIsNeverASpace() {
        tracker().list(Hashes.ascii("pct pct pct pct pct "));

        assertThat(Announce.ofRaw("pct%2Bpct%2Bpct%2Bpct%2Bpct%2B")
                        .to(tracker())
                        .isRefusal())
                .isTrue();
    }

    @Test
    void stoppingFindsTheHashWithSpacesToo() {
        InfoHash torrent = Hashes.ascii("stop stop stop stop ");
        tracker().list(torrent);
        Announce client = Announce.ofRaw("stop+stop+stop+stop+");
        client.to(tracker());
        client.event("stopped").to(tracker());

        assertThat(Announce.of(torrent).to(tracker()).incomplete()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdefghi",
                "0123456789abcdefghijk",
                "%00",
                "0123456789abcdef0123456789abcdef01234567"
            })
    void anInfoHashOfAnotherLengthIsRefused(String infoHash) {
        assertThat(Announce.ofRaw(infoHash).to(tracker()).failureReason()).contains("info_hash");
    }

    @Test
    void aMissingInfoHashIsRefused() {
        Reply reply = Announce.of(tracker().newTorrent()).without("info_hash").to(tracker());

        assertThat(reply.failureReason()).contains("info_hash");
    }

    @Test
    void twoInfoHashesAreRefused() {
        Reply reply = Announce.of(tracker().newTorrent())
                .andRaw("&info_hash=" + TWENTY)
                .to(tracker());

        assertThat(reply.failureReason()).contains("info_hash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdefghi", "0123456789abcdefghijk"})
    void aPeerIdOfAnotherLengthIsRefused(String peerId) {
        Reply reply =
                Announce.of(tracker().newTorrent()).with("peer_id", peerId).to(tracker());

        assertThat(reply.failureReason()).contains("peer_id");
    }

    @Test
    void aMissingPeerIdIsRefused() {
        Reply reply = Announce.of(tracker().newTorrent()).without("peer_id").to(tracker());

        assertThat(reply.failureReason()).contains("peer_id");
    }

    @Test
    void twoPeerIdsAreRefused() {
        Reply reply =
                Announce.of(tracker().newTorrent()).andRaw("&peer_id=" + TWENTY).to(tracker());

        assertThat(reply.failureReason()).contains("peer_id");
    }

    @Test
    void thePeerIdIsKeptByteForByte() {
        InfoHash torrent = tracker().newTorrent();
        Announce.of(torrent)
                .with("peer_id", "-%00%ff+%2b%20%26%3D%25%e2%82%AC78901234")
                .to(tracker());
        Reply reply = Announce.of(torrent).with("compact", "0").to(tracker());

        assertThat(reply.peerDictionaries().get(0).bytes("peer id"))
                .containsExactly(
                        '-', 0, 255, '+', '+', ' ', '&', '=', '%', 0xe2, 0x82, 0xac, '7', '8', '9', '0', '1', '2', '3',
                        '4');
    }

    @Test
    void namesMayBeEncodedToo() {
        Reply reply = Announce.of(tracker().newTorrent())
                .without("port")
                .andRaw("&p%6Frt=6881")
                .to(tracker());

        assertThat(reply.isRefusal()).isFalse();
    }
}
