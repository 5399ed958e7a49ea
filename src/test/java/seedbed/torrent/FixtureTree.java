package seedbed.torrent;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/** The v2 description of files (BEP 52), made the plain way: whole trees of hashes, so that it checks the reader's. */
final class FixtureTree {

    private static final int BLOCK = 16 * 1024;

    private final Map<String, byte[]> content;
    private final int pieceLength;
    private final SortedMap<ByteString, ByteString> layers = new TreeMap<>();

    FixtureTree(Map<String, byte[]> content, int pieceLength) {
        this.content = content;
        this.pieceLength = pieceLength;
    }

    /** The {@code file tree}. */
    ByteString encoded() {
        return directory("");
    }

    /** The {@code piece layers}, once the tree is encoded. */
    ByteString layers() {
        return TorrentBuilder.dictionary(layers);
    }

    private ByteString directory(String prefix) {
        SortedMap<ByteString, ByteString> entries = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            if (!file.getKey().startsWith(prefix)) {
                continue;
            }
            String below = file.getKey().substring(prefix.length());
            int slash = below.indexOf('/');
            String entry = slash < 0 ? below : below.substring(0, slash);
            entries.put(ByteString.utf8(entry), slash < 0 ? file(file.getValue()) : directory(prefix + entry + '/'));
        }
        return TorrentBuilder.dictionary(entries);
    }

    private ByteString file(byte[] bytes) {
        BencodeWriter writer = new BencodeWriter().beginDictionary().key("").beginDictionary();
        writer.key("length").integer(bytes.length);
        if (bytes.length > 0) {
            writer.key("pieces root").string(ByteString.of(root(bytes)));
        }
        return ByteString.of(writer.end().end().toBytes());
    }

    private byte[] root(byte[] bytes) {
        List<byte[]> level = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += BLOCK) {
            level.add(Digest.SHA_256.of(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BLOCK))));
        }
        while (Integer.bitCount(level.size()) != 1) {
            level.add(new byte[32]);
        }
        int bytesEach = BLOCK;
        byte[] layer = new byte[0];
        while (level.size() > 1) {
            if (bytesEach == pieceLength) {
                layer = join(level.subList(0, pieces(bytes)));
            }
            level = above(level);
            bytesEach *= 2;
        }
        if (layer.length > 0) {
            layers.put(
                    ByteString.of(level.get(0)),
                    ByteString.of(
                            new BencodeWriter().string(ByteString.of(layer)).toBytes()));
        }
        return level.get(0);
    }

    private int pieces(byte[] bytes) {
        return (bytes.length + pieceLength - 1) / pieceLength;
    }

    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(Digest.SHA_256.of(join(level.subList(i, i + 2))));
        }
        return above;
    }

    private static byte[] join(List<byte[]> hashes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        hashes.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
