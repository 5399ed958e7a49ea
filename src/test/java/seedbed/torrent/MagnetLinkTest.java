package seedbed.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MagnetLinkTest {

    private final MagnetLink links = new MagnetLink(List.of("http://ours/announce?x=1&y"));

    private static TorrentBuilder file() {
        return new TorrentBuilder(21).name("ä +&.iso").single(70_000);
    }

    @Test
    void namesHashNameLengthAndTrackersOursFirst() {
        Torrent torrent =
                file().announce("udp://a:80/").webSeeds("http://w/%20").torrent(TorrentVersion.V1);
        assertThat(links.of(torrent))
                .isEqualTo("magnet:?xt=urn:btih:" + torrent.fileHash().hex()
                        + "&dn=%C3%A4%20%2B%26.iso&xl=70000"
                        + "&tr=http%3A%2F%2Fours%2Fannounce%3Fx%3D1%26y&tr=udp%3A%2F%2Fa%3A80%2F"
                        + "&ws=http%3A%2F%2Fw%2F%2520");
    }

    @Test
    void aHybridTorrentHasBothHashes() {
        Torrent torrent = file().torrent(TorrentVersion.HYBRID);
        assertThat(links.of(torrent))
                .startsWith("magnet:?xt=urn:btih:" + torrent.v1().orElseThrow().hex() + "&xt=urn:btmh:1220"
                        + torrent.v2().orElseThrow().hex() + "&dn=");
    }

    @Test
    void aV2TorrentHasItsWholeHash() {
        Torrent torrent = file().torrent(TorrentVersion.V2);
        assertThat(links.of(torrent))
                .startsWith(
                        "magnet:?xt=urn:btmh:1220" + torrent.v2().orElseThrow().hex() + "&dn=");
    }

    @Test
    void doesNotRepeatATracker() {
        Torrent torrent = file().announce("http://ours/announce?x=1&y").torrent(TorrentVersion.V1);
        assertThat(links.of(torrent)).containsOnlyOnce("&tr=");
    }

    @Test
    void theShortestNamesHashesAndOurTracker() {
        Torrent torrent =
                file().announce("udp://a:80/").webSeeds("http://w/%20").torrent(TorrentVersion.HYBRID);
        assertThat(links.shortest(torrent))
                .isEqualTo("magnet:?xt=urn:btih:" + torrent.v1().orElseThrow().hex() + "&xt=urn:btmh:1220"
                        + torrent.v2().orElseThrow().hex() + "&tr=http%3A%2F%2Fours%2Fannounce%3Fx%3D1%26y");
    }
}
