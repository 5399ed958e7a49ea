package seedbed.torrent;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/**
 * Rewrites torrents to point to our tracker. {@code info} and every value that is not about trackers or other sources
 * stay byte for byte, so the info-hash stays; keys of the outermost dictionary come out sorted. A variant of a variant
 * is the same bytes.
 */
public final class TorrentVariants {

    private static final ByteString ANNOUNCE = ByteString.utf8("announce");
    private static final ByteString ANNOUNCE_LIST = ByteString.utf8("announce-list");

    /** Everything by which a client finds bytes elsewhere: BEP 12, 5, 19 and 17. */
    private static final List<ByteString> OTHER_SOURCES =
            List.of(ANNOUNCE_LIST, ByteString.utf8("nodes"), ByteString.utf8("url-list"), ByteString.utf8("httpseeds"));

    private final OurTracker ours;

    /**
     * Variants for the tracker with these announce URLs.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TorrentVariants(List<String> announceUrls) {
        this.ours = new OurTracker(announceUrls);
    }

    /**
     * What users download: our tracker in a tier of its own before those the torrent came with, because clients ask the
     * trackers of one tier until one answers.
     */
    public byte[] forUsers(Torrent torrent) {
        return write(valuesForUsers(torrent));
    }

    /** How many bytes {@link #forUsers} makes. */
    public int lengthForUsers(Torrent torrent) {
        return length(valuesForUsers(torrent));
    }

    private SortedMap<ByteString, ByteString> valuesForUsers(Torrent torrent) {
        SortedMap<ByteString, ByteString> values = withOurAnnounce(torrent);
        BencodeWriter tiers = new BencodeWriter().beginList();
        for (List<String> tier : ours.tiersOf(torrent)) {
            tiers.beginList();
            tier.forEach(tiers::string);
            tiers.end();
        }
        values.put(ANNOUNCE_LIST, ByteString.of(tiers.end().toBytes()));
        return values;
    }

    /**
     * What seed boxes download, and students while a seed box holds a full copy: our tracker is the only source they hear
     * of, so that nothing but the campus is asked where the campus has it.
     */
    public byte[] oursAlone(Torrent torrent) {
        SortedMap<ByteString, ByteString> values = withOurAnnounce(torrent);
        values.keySet().removeAll(OTHER_SOURCES);
        return write(values);
    }

    private SortedMap<ByteString, ByteString> withOurAnnounce(Torrent torrent) {
        SortedMap<ByteString, ByteString> values = new TreeMap<>(torrent.encoded());
        values.put(
                ANNOUNCE, ByteString.of(new BencodeWriter().string(ours.first()).toBytes()));
        return values;
    }

    private static byte[] write(Map<ByteString, ByteString> values) {
        BencodeWriter writer = new BencodeWriter(length(values)).beginDictionary();
        values.forEach((key, value) -> writer.key(key).raw(value));
        return writer.end().toBytes();
    }

    private static int length(Map<ByteString, ByteString> values) {
        return 2
                + values.entrySet().stream()
                        .mapToInt(value -> BencodeWriter.lengthOf(value.getKey())
                                + value.getValue().length())
                        .sum();
    }
}
