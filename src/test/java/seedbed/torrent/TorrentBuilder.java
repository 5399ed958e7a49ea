package seedbed.torrent;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/**
 * Makes torrent files with random content for tests: valid unless told otherwise, with true hashes. Equal calls after
 * equal seeds give equal bytes.
 */
public final class TorrentBuilder {

    private final Random random;
    // In the order of a v2 file tree, where a directory's name ends before what stands below it.
    private final SortedMap<String, byte[]> content =
            new TreeMap<>(Comparator.comparing((String path) -> path.replace('/', '\0')));
    private final SortedMap<ByteString, ByteString> outer = new TreeMap<>();
    private final SortedMap<ByteString, ByteString> extraInfo = new TreeMap<>();
    private String name = "sample";
    private int pieceLength = 16 * 1024;
    private boolean single;

    public TorrentBuilder(long seed) {
        this.random = new Random(seed);
    }

    /** The name of the file or directory; {@code sample} unless told. */
    public TorrentBuilder name(String newName) {
        this.name = newName;
        return this;
    }

    /** In bytes: a power of two from 16384, which it is unless told. */
    public TorrentBuilder pieceLength(int newPieceLength) {
        this.pieceLength = newPieceLength;
        return this;
    }

    /** Adds a file of random bytes; names in the path are separated by {@code /}. */
    public TorrentBuilder file(String path, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        content.put(path, bytes);
        return this;
    }

    /** Makes a single-file torrent; set the name first. */
    public TorrentBuilder single(int length) {
        single = true;
        return file(name, length);
    }

    public TorrentBuilder announce(String url) {
        return outer("announce", encoded(url));
    }

    /** Sets {@code announce-list} (BEP 12). */
    public TorrentBuilder tiers(List<List<String>> tiers) {
        BencodeWriter writer = new BencodeWriter().beginList();
        tiers.forEach(tier -> writer.raw(encoded(tier)));
        return outer("announce-list", ByteString.of(writer.end().toBytes()));
    }

    /** Sets {@code url-list} (BEP 19). */
    public TorrentBuilder webSeeds(String... urls) {
        return outer("url-list", encoded(Arrays.asList(urls)));
    }

    /** Sets a key of the file's outermost dictionary to a value that is bencoded already. */
    public TorrentBuilder outer(String key, ByteString value) {
        return outer(ByteString.utf8(key), value);
    }

    /** The same for a key of any bytes. */
    public TorrentBuilder outer(ByteString key, ByteString value) {
        outer.put(key, value);
        return this;
    }

    /** Sets a key of {@code info}, in place of what would stand there, to a value that is bencoded already. */
    public TorrentBuilder info(String key, ByteString value) {
        extraInfo.put(ByteString.utf8(key), value);
        return this;
    }

    /** What the torrent describes, in its order: the bytes of each file by its path. */
    public Map<String, byte[]> content() {
        return content;
    }

    /** The torrent file. */
    public byte[] build(TorrentVersion version) {
        SortedMap<ByteString, ByteString> info = new TreeMap<>();
        SortedMap<ByteString, ByteString> all = new TreeMap<>();
        info.put(ByteString.utf8("name"), encoded(name));
        info.put(ByteString.utf8("piece length"), integer(pieceLength));
        if (version.hasV1()) {
            describeV1(info, version.hasV2());
        }
        if (version.hasV2()) {
            FixtureTree tree = new FixtureTree(content, pieceLength);
            info.put(ByteString.utf8("meta version"), integer(2));
            info.put(ByteString.utf8("file tree"), tree.encoded());
            all.put(ByteString.utf8("piece layers"), tree.layers());
        }
        info.putAll(extraInfo);
        all.put(ByteString.utf8("info"), dictionary(info));
        all.putAll(outer);
        return dictionary(all).toBytes();
    }

    /** The torrent, read. */
    public Torrent torrent(TorrentVersion version) {
        TorrentReading reading = new TorrentReader().read(build(version));
        return reading.torrent().orElseThrow(() -> new IllegalStateException("not valid: " + reading.faults()));
    }

    /** The encoding of a text. */
    public static ByteString encoded(String text) {
        return ByteString.of(new BencodeWriter().string(text).toBytes());
    }

    /** The encoding of a list of texts. */
    public static ByteString encoded(List<String> texts) {
        BencodeWriter writer = new BencodeWriter().beginList();
        texts.forEach(writer::string);
        return ByteString.of(writer.end().toBytes());
    }

    /** The encoding of a number. */
    public static ByteString integer(long number) {
        return ByteString.of(new BencodeWriter().integer(number).toBytes());
    }

    static ByteString dictionary(SortedMap<ByteString, ByteString> values) {
        BencodeWriter writer = new BencodeWriter().beginDictionary();
        values.forEach((key, value) -> writer.key(key).raw(value));
        return ByteString.of(writer.end().toBytes());
    }

    private void describeV1(SortedMap<ByteString, ByteString> info, boolean aligned) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        BencodeWriter files = new BencodeWriter().beginList();
        int left = content.size();
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            stream.writeBytes(file.getValue());
            describeFile(files, file.getKey(), file.getValue().length, "");
            left--;
            int padding = Math.floorMod(-stream.size(), pieceLength);
            if (aligned && padding > 0 && left > 0) {
                stream.writeBytes(new byte[padding]);
                describeFile(files, ".pad/" + padding, padding, "p");
            }
        }
        if (single) {
            info.put(ByteString.utf8("length"), integer(stream.size()));
        } else {
            info.put(ByteString.utf8("files"), ByteString.of(files.end().toBytes()));
        }
        info.put(ByteString.utf8("pieces"), pieces(stream.toByteArray()));
    }

    private static void describeFile(BencodeWriter files, String path, int length, String attributes) {
        files.beginDictionary();
        if (!attributes.isEmpty()) {
            files.key("attr").string(attributes);
        }
        files.key("length").integer(length).key("path").raw(encoded(List.of(path.split("/"))));
        files.end();
    }

    private ByteString pieces(byte[] stream) {
        List<byte[]> hashes = new ArrayList<>();
        for (int from = 0; from < stream.length; from += pieceLength) {
            hashes.add(Digest.SHA_1.of(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + pieceLength))));
        }
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        hashes.forEach(pieces::writeBytes);
        return ByteString.of(
                new BencodeWriter().string(ByteString.of(pieces.toByteArray())).toBytes());
    }
}
