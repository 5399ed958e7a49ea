package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.bencode.ByteString;

/** What most clients can use but some cannot: published all the same, and said. */
class TorrentWarningsTest {

    private static ByteString raw(String text) {
        return ByteString.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A torrent of nine bytes in files with these encoded paths, all but the first empty. */
    private static TorrentReading list(String paths) {
        List<String> encoded = List.of(paths.split(" d"));
        String rest = encoded.stream()
                .skip(1)
                .map(path -> "d6:lengthi0e4:pathl" + path + "e")
                .collect(Collectors.joining());
        ByteString files = raw("ld6:lengthi9e4:pathl" + encoded.get(0) + "e" + rest + "e");
        return new TorrentReader()
                .read(new TorrentBuilder(5).file("a", 9).info("files", files).build(TorrentVersion.V1));
    }

    private static void assertWarning(byte[] bytes, String message) {
        TorrentReading reading = new TorrentReader().read(bytes);
        assertThat(reading.torrent()).isPresent();
        assertThat(reading.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(message));
    }

    @Test
    void rtorrentLoadsNoUnsortedInfo() {
        String info = "d4:name1:a6:lengthi1e12:piece lengthi16384e6:pieces20:01234567890123456789e";
        assertWarning(
                raw("d4:info" + info + "e").toBytes(),
                "key 'info' is not canonical bencode, rtorrent 0.9.8 refuses it or hashes it differently: a dictionary key is not in sorted");
    }

    @Test
    void rtorrentLoadsNoDuplicateKeysInInfo() {
        String info = "d6:lengthi1e4:name1:a4:name1:a12:piece lengthi16384e6:pieces20:01234567890123456789e";
        assertWarning(
                raw("d4:info" + info + "e").toBytes(),
                "rtorrent 0.9.8 refuses it or hashes it differently: a dictionary key comes twice");
    }

    @Test
    void rtorrentLoadsNoV2() {
        assertWarning(
                new TorrentBuilder(1).single(1).build(TorrentVersion.V2), "is v2 only: rtorrent 0.9.8 cannot load it");
    }

    @Test
    void rtorrentOpensNoTwoPaddingFilesOfEqualLength() {
        byte[] hybrid =
                new TorrentBuilder(1).file("a", 9).file("b", 9).file("c", 9).build(TorrentVersion.HYBRID);
        assertWarning(hybrid, "two files in one place, which rtorrent 0.9.8 cannot open: '.pad/16375'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:ae d1:be d1:ae", "1:ae d1:be d1:a1:be", "1:a1:be d1:be d1:ae"})
    void rtorrentOpensNoTwoFilesInOnePlace(String paths) {
        TorrentReading reading = list(paths);
        assertThat(reading.torrent().orElseThrow().fitForSeedBoxes()).isTrue();
        assertThat(reading.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("two files in one place, which rtorrent 0.9.8 cannot open"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:ae d1:ae", "1:be d1:ae d1:ae", "1:ae d1:a1:be"})
    void rtorrentEndsOnAFileRightBehindOneInTheSamePlace(String paths) {
        TorrentReading reading = list(paths);
        assertThat(reading.torrent().orElseThrow().fitForSeedBoxes()).isFalse();
        assertThat(reading.faults())
                .anySatisfy(fault ->
                        assertThat(fault.message()).contains("which ends rtorrent 0.9.8: seed boxes will not have it"));
    }

    @Test
    void rtorrentAddsUpTheLengthsOfSymbolicLinks() {
        ByteString files = raw("ld6:lengthi9e4:pathl1:aeed4:attr1:l6:lengthi99e4:pathl1:be12:symlink pathl1:aeee");
        assertWarning(
                new TorrentBuilder(4).file("a", 9).info("files", files).build(TorrentVersion.V1),
                "key 'info.files[1].length' must be 0 for a symbolic link: rtorrent 0.9.8 cannot load it");
    }

    @Test
    void rtorrentLoadsNoPiecesOf1024Bytes() {
        byte[] torrent = new TorrentBuilder(1)
                .single(9)
                .info("piece length", raw("i1024e"))
                .build(TorrentVersion.V1);
        assertWarning(torrent, "key 'info.piece length' is 1024: rtorrent 0.9.8 needs more than 1024");
    }

    @Test
    void rtorrentOpensNoNameOver255Bytes() {
        String longest = "n".repeat(255);
        assertThat(new TorrentReader()
                        .read(new TorrentBuilder(1).name(longest).single(9).build(TorrentVersion.V1))
                        .faults())
                .isEmpty();
        assertWarning(
                new TorrentBuilder(1).name(longest + "n").single(9).build(TorrentVersion.V1),
                "key 'info.name' has 256 bytes: expected at most 255, rtorrent 0.9.8 cannot open longer names");
    }

    @Test
    void missingPieceLayersHaveToComeFromPeers() {
        byte[] torrent = new TorrentBuilder(1)
                .file("a", 9)
                .file("b", 20_000)
                .outer("piece layers", raw("de"))
                .build(TorrentVersion.HYBRID);
        assertWarning(torrent, "key 'piece layers' has no layer for 'b': clients have to get it from peers");
    }

    @Test
    void aPieceLayerMustHashToItsRoot() {
        byte[] torrent = new TorrentBuilder(1).file("b", 20_000).build(TorrentVersion.HYBRID);
        // The layers are the last value, and only the ends of two dictionaries come after it.
        torrent[torrent.length - 3] ^= 1;
        assertWarning(torrent, "has a layer for 'b' that does not hash to its 'pieces root'");
    }

    @Test
    void datesInMillisecondsAreIgnored() {
        byte[] torrent = new TorrentBuilder(1)
                .single(9)
                .outer("creation date", TorrentBuilder.integer(1_700_000_000_000L))
                .build(TorrentVersion.V1);
        assertWarning(torrent, "key 'creation date' must be seconds since 1970: this one is ignored");
    }

    @Test
    void trackersThatAreNoUrlsAreIgnored() {
        byte[] torrent = new TorrentBuilder(1)
                .single(9)
                .outer("announce-list", raw("lli1eee"))
                .build(TorrentVersion.V1);
        assertWarning(torrent, "key 'announce-list' must be URLs in UTF-8: this one is ignored");
    }
}
