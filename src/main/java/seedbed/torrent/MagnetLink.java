package seedbed.torrent;

import java.util.List;
import seedbed.protocol.PercentEncoding;

/** Links by which a client can load a torrent without its file (BEP 9, BEP 53 for v2 hashes). */
public final class MagnetLink {

    /** Multihash prefix of a SHA-256: function 0x12, length 0x20. */
    private static final String SHA_256_OF_32_BYTES = "1220";

    private final OurTracker ours;

    /**
     * Links that name the tracker with these announce URLs first.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MagnetLink(List<String> announceUrls) {
        this.ours = new OurTracker(announceUrls);
    }

    /** {@code magnet:?} with hashes, name, length, trackers and web seeds; percent-encoded, not escaped for HTML. */
    public String of(Torrent torrent) {
        StringBuilder link = hashes(torrent);
        link.append("dn=").append(PercentEncoding.of(torrent.name()));
        link.append("&xl=").append(torrent.totalLength());
        ours.tiersOf(torrent).stream()
                .flatMap(List::stream)
                .forEach(url -> link.append("&tr=").append(PercentEncoding.of(url)));
        torrent.webSeeds().forEach(url -> link.append("&ws=").append(PercentEncoding.of(url)));
        return link.toString();
    }

    /** The shortest link that leads to everybody on campus: hashes and our tracker. */
    public String shortest(Torrent torrent) {
        return hashes(torrent)
                .append("tr=")
                .append(PercentEncoding.of(ours.first()))
                .toString();
    }

    private static StringBuilder hashes(Torrent torrent) {
        StringBuilder link = new StringBuilder("magnet:?");
        torrent.v1()
                .ifPresent(
                        hash -> link.append("xt=urn:btih:").append(hash.hex()).append('&'));
        torrent.v2()
                .ifPresent(hash -> link.append("xt=urn:btmh:")
                        .append(SHA_256_OF_32_BYTES)
                        .append(hash.hex())
                        .append('&'));
        return link;
    }
}
