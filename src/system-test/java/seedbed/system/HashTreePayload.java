package seedbed.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/**
 * A file of random bytes, and a torrent of it with a hash tree (BEP 52): of version 2 alone or a hybrid. A piece is one
 * block of 16 KiB, so the layer of pieces is that of the leaves.
 *
 * @param payload the file and the torrent; of a hybrid its hash of version 1, else the one below
 * @param truncated the hash of version 2 as trackers know it: its first 20 bytes, in hexadecimal digits
 */
record HashTreePayload(Payload payload, String truncated) {

    private static final int PIECE = 16 * 1024;
    private static final int HASH = 32;
    private static final int TRUNCATED = 20;

    /** Writes both, the file into {@code folder} and the torrent as {@code torrent}. */
    static HashTreePayload write(Path folder, Path torrent, String name, int bytes, boolean hybrid) throws IOException {
        byte[] data = new byte[bytes];
        new Random(name.hashCode()).nextBytes(data);
        byte[] layer = pieces("SHA-256", data);
        byte[] root = root(layer);
        byte[] info = info(name, data, root, hybrid);
        byte[] metainfo = new BencodeWriter()
                .beginDictionary()
                .key("info")
                .raw(ByteString.of(info))
                .key("piece layers")
                .beginDictionary()
                .key(ByteString.of(root))
                .string(ByteString.of(layer))
                .end()
                .end()
                .toBytes();
        String truncated = HexFormat.of().formatHex(Payload.sha("SHA-256", info), 0, TRUNCATED);
        String infoHash = hybrid ? HexFormat.of().formatHex(Payload.sha("SHA-1", info)) : truncated;
        Path file = Files.write(folder.resolve(name), data);
        return new HashTreePayload(new Payload(file, Files.write(torrent, metainfo), infoHash), truncated);
    }

    private static byte[] info(String name, byte[] data, byte[] root, boolean hybrid) {
        BencodeWriter info = new BencodeWriter()
                .beginDictionary()
                .key("file tree")
                .beginDictionary()
                .key(name)
                .beginDictionary()
                .key("")
                .beginDictionary()
                .key("length")
                .integer(data.length)
                .key("pieces root")
                .string(ByteString.of(root))
                .end()
                .end()
                .end();
        if (hybrid) {
            info.key("length").integer(data.length);
        }
        info.key("meta version")
                .integer(2)
                .key("name")
                .string(name)
                .key("piece length")
                .integer(PIECE);
        if (hybrid) {
            info.key("pieces").string(ByteString.of(pieces("SHA-1", data)));
        }
        return info.end().toBytes();
    }

    private static byte[] pieces(String algorithm, byte[] data) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int start = 0; start < data.length; start += PIECE) {
            byte[] piece = Arrays.copyOfRange(data, start, Math.min(start + PIECE, data.length));
            hashes.writeBytes(Payload.sha(algorithm, piece));
        }
        return hashes.toByteArray();
    }

    /** The leaves that are missing up to a power of two are zeros. */
    private static byte[] root(byte[] layer) {
        int leaves = Integer.highestOneBit(2 * (layer.length / HASH) - 1);
        byte[] level = Arrays.copyOf(layer, leaves * HASH);
        while (level.length > HASH) {
            ByteArrayOutputStream above = new ByteArrayOutputStream();
            for (int pair = 0; pair < level.length; pair += 2 * HASH) {
                above.writeBytes(Payload.sha("SHA-256", Arrays.copyOfRange(level, pair, pair + 2 * HASH)));
            }
            level = above.toByteArray();
        }
        return level;
    }
}
