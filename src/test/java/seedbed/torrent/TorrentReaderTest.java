package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.bencode.ByteString;
import seedbed.protocol.InfoHash;

class TorrentReaderTest {

    private static TorrentBuilder album() {
        return new TorrentBuilder(1)
                .name("album")
                .pieceLength(32 * 1024)
                .file("cover/front.png", 70_000)
                .file("one.flac", 500)
                .file("two.flac", 32 * 1024)
                .file("zero", 0);
    }

    @ParameterizedTest
    @EnumSource(TorrentVersion.class)
    void readsTheFilesOfEveryVersion(TorrentVersion version) {
        Torrent torrent = album().torrent(version);
        assertThat(torrent.version()).isEqualTo(version);
        assertThat(torrent.name()).isEqualTo("album");
        assertThat(torrent.multiFile()).isTrue();
        assertThat(torrent.pieceLength()).isEqualTo(32 * 1024);
        assertThat(torrent.totalLength()).isEqualTo(70_000 + 500 + 32 * 1024);
        assertThat(torrent.files().stream().filter(file -> !file.padding()).map(TorrentFile::joinedPath))
                .containsExactly("cover/front.png", "one.flac", "two.flac", "zero");
    }

    @ParameterizedTest
    @EnumSource(TorrentVersion.class)
    void aSingleFileIsCalledAsTheTorrent(TorrentVersion version) {
        Torrent torrent = new TorrentBuilder(2).name("disk.iso").single(40_000).torrent(version);
        assertThat(torrent.multiFile()).isFalse();
        assertThat(torrent.files())
                .containsExactly(new TorrentFile(List.of("disk.iso"), 40_000, false, Optional.empty()));
        assertThat(torrent.pieceCount()).isEqualTo(3);
    }

    @Test
    void piecesOfV1RunAcrossFilesAndThoseOfV2DoNot() {
        assertThat(album().torrent(TorrentVersion.V1).pieceCount()).isEqualTo(4);
        assertThat(album().torrent(TorrentVersion.HYBRID).pieceCount()).isEqualTo(5);
        assertThat(album().torrent(TorrentVersion.V2).pieceCount()).isEqualTo(5);
    }

    @Test
    void theHashIsThatOfTheInfoBytesAsTheyStand() {
        // Keys out of order, a leading zero and a key nobody knows: re-encoding would lose all three.
        String info = "d6:lengthi1e4:name1:a4:junki007e12:piece lengthi16384e6:pieces20:01234567890123456789e";
        String swapped = "d4:name1:a6:lengthi1e4:junki007e12:piece lengthi16384e6:pieces20:01234567890123456789e";
        assertThat(read("d4:info" + info + "e").torrent().orElseThrow().v1())
                .contains(InfoHash.of(Digest.SHA_1.of(info.getBytes(StandardCharsets.US_ASCII))));
        assertThat(read("d4:info" + swapped + "e").torrent().orElseThrow().v1())
                .contains(InfoHash.of(Digest.SHA_1.of(swapped.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void aHybridTorrentHasTwoSwarms() {
        Torrent torrent = album().torrent(TorrentVersion.HYBRID);
        InfoHash v1 = torrent.v1().orElseThrow();
        InfoHash v2 = torrent.v2().orElseThrow().truncated();
        assertThat(torrent.swarmHashes()).containsExactly(v1, v2);
        assertThat(torrent.fileHash()).isEqualTo(v1);
    }

    @Test
    void aV2TorrentHasOneSwarmAndIsFiledUnderIt() {
        Torrent torrent = album().torrent(TorrentVersion.V2);
        assertThat(torrent.v1()).isEmpty();
        assertThat(torrent.swarmHashes()).containsExactly(torrent.fileHash());
        assertThat(torrent.v2().orElseThrow().hex())
                .startsWith(torrent.fileHash().hex());
    }

    @Test
    void readsWhatStandsBesideInfo() {
        Torrent torrent = album().announce("http://a/announce")
                .tiers(List.of(List.of("http://b/announce", " udp://c "), List.of("")))
                .webSeeds("http://w/", "http://w/", "")
                .outer("comment", TorrentBuilder.encoded("ä"))
                .outer("created by", TorrentBuilder.encoded("maker"))
                .outer("creation date", TorrentBuilder.integer(86_400))
                .torrent(TorrentVersion.V1);
        assertThat(torrent.tiers()).containsExactly(List.of("http://b/announce", "udp://c"));
        assertThat(torrent.webSeeds()).containsExactly("http://w/");
        assertThat(torrent.comment()).contains("ä");
        assertThat(torrent.createdBy()).contains("maker");
        assertThat(torrent.creationDate()).contains(Instant.parse("1970-01-02T00:00:00Z"));
    }

    @Test
    void aLoneAnnounceIsATier() {
        Torrent torrent = album().announce("http://a/announce").torrent(TorrentVersion.V1);
        assertThat(torrent.tiers()).containsExactly(List.of("http://a/announce"));
    }

    @Test
    void aWebSeedMayStandWithoutAList() {
        Torrent torrent =
                album().outer("url-list", TorrentBuilder.encoded("http://w/")).torrent(TorrentVersion.V1);
        assertThat(torrent.webSeeds()).containsExactly("http://w/");
    }

    @Test
    void namesAreTextOfOneLine() {
        Torrent torrent = new TorrentBuilder(3)
                .single(1)
                .info("name", raw("7:a\n\u0085\u00ff\u001bbc"))
                .torrent(TorrentVersion.V1);
        assertThat(torrent.name()).isEqualTo("a\ufffd\ufffd\ufffd\ufffdbc");
    }

    @Test
    void symbolicLinksHaveATargetAndNoLength() {
        ByteString files = raw("ld6:lengthi9e4:pathl1:aeed4:attr1:l6:lengthi99e4:pathl1:be12:symlink pathl1:aeee");
        Torrent torrent =
                new TorrentBuilder(4).file("a", 9).info("files", files).torrent(TorrentVersion.V1);
        assertThat(torrent.files().get(1))
                .isEqualTo(new TorrentFile(List.of("b"), 0, false, Optional.of(List.of("a"))));
    }

    @Test
    void emptyNamesInAPathAreLeftOut() {
        ByteString files = raw("ld6:lengthi9e4:pathl0:1:a0:eee");
        Torrent torrent =
                new TorrentBuilder(4).file("a", 9).info("files", files).torrent(TorrentVersion.V1);
        assertThat(torrent.files().get(0).path()).containsExactly("a");
    }

    @Test
    void bytesAfterTheEndAreAWarning() {
        byte[] torrent = album().build(TorrentVersion.V1);
        byte[] longer = Arrays.copyOf(torrent, torrent.length + 1);
        TorrentReading reading = new TorrentReader().read(longer);
        assertThat(reading.torrent()).isPresent();
        assertThat(reading.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.offset()).isEqualTo(torrent.length));
    }

    private static TorrentReading read(String text) {
        return new TorrentReader().read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ByteString raw(String text) {
        return ByteString.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
