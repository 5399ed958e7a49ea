package seedbed.torrent;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeValue;
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

    /** The variants of a torrent; {@code file} is what it was read from. */
    public Variants of(Torrent torrent, byte[] file) {
        return new Variants(torrent, TopLevel.of(file));
    }

    /** How many bytes {@link Variants#forUsers} has. */
    public int lengthForUsers(Torrent torrent) {
        return torrent.lengthWithoutTrackers() + lengthOf(trackers(torrent));
    }

    /** How many bytes the file would take without the trackers that it names. */
    static int lengthWithoutTrackers(BencodeDictionary file) {
        Set<ByteString> left = new HashSet<>(List.of(ANNOUNCE, ANNOUNCE_LIST));
        int length = "de".length();
        for (BencodeDictionary.Entry entry : file.entries()) {
            if (left.add(entry.key().value())) {
                BencodeValue value = entry.value();
                length += BencodeWriter.lengthOf(entry.key().value()) + value.end() - value.start();
            }
        }
        return length;
    }

    private static int lengthOf(Map<ByteString, ByteString> values) {
        return values.entrySet().stream()
                .mapToInt(value -> BencodeWriter.lengthOf(value.getKey())
                        + value.getValue().length())
                .sum();
    }

    /** Our tracker in a tier of its own before those the torrent came with: clients ask those of one until one answers. */
    private SortedMap<ByteString, ByteString> trackers(Torrent torrent) {
        BencodeWriter tiers = new BencodeWriter().beginList();
        for (List<String> tier : ours.tiersOf(torrent)) {
            tiers.beginList();
            tier.forEach(tiers::string);
            tiers.end();
        }
        SortedMap<ByteString, ByteString> trackers = new TreeMap<>(announce());
        trackers.put(ANNOUNCE_LIST, ByteString.of(tiers.end().toBytes()));
        return trackers;
    }

    private SortedMap<ByteString, ByteString> announce() {
        return new TreeMap<>(Map.of(
                ANNOUNCE, ByteString.of(new BencodeWriter().string(ours.first()).toBytes())));
    }

    /** What becomes of one torrent. */
    public final class Variants {

        private final Torrent torrent;
        private final SortedMap<ByteString, ByteString> original;

        private Variants(Torrent torrent, SortedMap<ByteString, ByteString> original) {
            this.torrent = torrent;
            this.original = original;
        }

        /** What users download: our tracker before those that the torrent came with. */
        public byte[] forUsers() {
            SortedMap<ByteString, ByteString> values = new TreeMap<>(original);
            values.putAll(trackers(torrent));
            return write(values);
        }

        /**
         * What seed boxes download, and students while a seed box holds a full copy: our tracker is the only source they
         * hear of, so that nothing but the campus is asked where the campus has it.
         */
        public byte[] oursAlone() {
            SortedMap<ByteString, ByteString> values = new TreeMap<>(original);
            values.keySet().removeAll(OTHER_SOURCES);
            values.putAll(announce());
            return write(values);
        }

        private static byte[] write(Map<ByteString, ByteString> values) {
            BencodeWriter writer = new BencodeWriter(lengthOf(values) + "de".length()).beginDictionary();
            values.forEach((key, value) -> writer.key(key).raw(value));
            return writer.end().toBytes();
        }
    }
}
