package seedbed.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/**
 * A file of random bytes, and the torrent that describes it.
 *
 * @param file what is handed around
 * @param torrent its metainfo (BEP 3)
 * @param infoHash 40 hexadecimal digits
 */
record Payload(Path file, Path torrent, String infoHash) {

    private static final int PIECE = 64 * 1024;

    /** Writes both, the file into {@code folder} and the torrent, which names no tracker, as {@code torrent}. */
    static Payload write(Path folder, Path torrent, String name, int bytes, long seed) throws IOException {
        return write(folder, torrent, name, bytes, seed, new BencodeWriter().beginDictionary());
    }

    /** The same, with a tracker. */
    static Payload write(Path folder, Path torrent, String name, int bytes, long seed, String announce)
            throws IOException {
        BencodeWriter start =
                new BencodeWriter().beginDictionary().key("announce").string(announce);
        return write(folder, torrent, name, bytes, seed, start);
    }

    private static Payload write(Path folder, Path torrent, String name, int bytes, long seed, BencodeWriter start)
            throws IOException {
        byte[] data = new byte[bytes];
        new Random(seed).nextBytes(data);
        byte[] info = new BencodeWriter()
                .beginDictionary()
                .key("length")
                .integer(bytes)
                .key("name")
                .string(name)
                .key("piece length")
                .integer(PIECE)
                .key("pieces")
                .string(ByteString.of(pieces(data)))
                .end()
                .toBytes();
        byte[] metainfo = start.key("info").raw(ByteString.of(info)).end().toBytes();
        return new Payload(
                Files.write(folder.resolve(name), data),
                Files.write(torrent, metainfo),
                HexFormat.of().formatHex(sha("SHA-1", info)));
    }

    private static byte[] pieces(byte[] data) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        for (int start = 0; start < data.length; start += PIECE) {
            hashes.writeBytes(sha("SHA-1", Arrays.copyOfRange(data, start, Math.min(start + PIECE, data.length))));
        }
        return hashes.toByteArray();
    }

    /** What a copy is compared by. */
    static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(sha("SHA-256", Files.readAllBytes(file)));
    }

    static byte[] sha(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
