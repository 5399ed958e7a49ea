package seedbed.site;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.bencode.BencodeWriter;
import seedbed.bencode.ByteString;

/** Writes one torrent of files in memory, for version 1 (BEP 3) or as a hybrid (BEP 52). */
final class SampleTorrent {

    /** Small, so that even the samples have many pieces to watch. */
    static final int PIECE = 32 * 1024;

    private static final int BLOCK = PIECE / 2;
    private static final Instant CREATED = Instant.parse("2026-11-20T09:00:00Z");

    private final String name;
    private final boolean multiFile;
    private final SortedMap<String, byte[]> files;
    private String comment = "";
    private String webSeed = "";

    SampleTorrent(String name, boolean multiFile, SortedMap<String, byte[]> files) {
        this.name = name;
        this.multiFile = multiFile;
        this.files = files;
    }

    SampleTorrent comment(String words) {
        this.comment = words;
        return this;
    }

    SampleTorrent webSeed(String address) {
        this.webSeed = address;
        return this;
    }

    byte[] v1() {
        BencodeWriter torrent = begin();
        torrent.key("info").beginDictionary();
        writeV1(torrent, false);
        torrent.end();
        return torrent.key("url-list").string(webSeed).end().toBytes();
    }

    byte[] hybrid() {
        BencodeWriter torrent = begin();
        torrent.key("info").beginDictionary().key("file tree").beginDictionary();
        files.forEach((path, content) -> torrent.key(path)
                .beginDictionary()
                .key("")
                .beginDictionary()
                .key("length")
                .integer(content.length)
                .key("pieces root")
                .string(ByteString.of(root(content)))
                .end()
                .end());
        torrent.end();
        writeV1(torrent, true);
        torrent.end().key("piece layers").beginDictionary();
        SortedMap<ByteString, byte[]> layers = new TreeMap<>();
        files.values().stream()
                .filter(content -> content.length > PIECE)
                .forEach(content -> layers.put(ByteString.of(root(content)), concat(pieceLayer(content))));
        layers.forEach((root, layer) -> torrent.key(root).string(ByteString.of(layer)));
        torrent.end();
        return torrent.key("url-list").string(webSeed).end().toBytes();
    }

    private BencodeWriter begin() {
        return new BencodeWriter()
                .beginDictionary()
                .key("comment")
                .string(comment)
                .key("created by")
                .string("Fernmoor Computing Centre")
                .key("creation date")
                .integer(CREATED.getEpochSecond());
    }

    /** The keys of {@code info} that version 1 knows; aligned, each file begins with a piece (BEP 47). */
    private void writeV1(BencodeWriter info, boolean aligned) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (multiFile) {
            info.key("files").beginList();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entry(info, false, file.getValue().length, file.getKey());
                content.writeBytes(file.getValue());
                int missing = -file.getValue().length & (PIECE - 1);
                if (aligned && missing > 0 && !file.getKey().equals(files.lastKey())) {
                    entry(info, true, missing, ".pad", Integer.toString(missing));
                    content.writeBytes(new byte[missing]);
                }
            }
            info.end();
        } else {
            content.writeBytes(files.get(name));
            info.key("length").integer(content.size());
        }
        if (aligned) {
            info.key("meta version").integer(2);
        }
        info.key("name").string(name).key("piece length").integer(PIECE);
        info.key("pieces").string(ByteString.of(concat(hashes("SHA-1", content.toByteArray(), PIECE))));
    }

    private static void entry(BencodeWriter files, boolean padding, long length, String... path) {
        files.beginDictionary();
        if (padding) {
            files.key("attr").string("p");
        }
        files.key("length").integer(length).key("path").beginList();
        for (String part : path) {
            files.string(part);
        }
        files.end().end();
    }

    /** The hash of each stretch of {@code size} bytes, the last of which may be shorter. */
    static List<byte[]> hashes(String algorithm, byte[] content, int size) {
        List<byte[]> hashes = new ArrayList<>();
        for (int start = 0; start < content.length; start += size) {
            hashes.add(hash(algorithm, Arrays.copyOfRange(content, start, Math.min(start + size, content.length))));
        }
        return hashes;
    }

    /** One hash for each piece, which is two blocks. */
    private static List<byte[]> pieceLayer(byte[] content) {
        return parents(hashes("SHA-256", content, BLOCK), new byte[32]);
    }

    private static byte[] root(byte[] content) {
        List<byte[]> layer = hashes("SHA-256", content, BLOCK);
        byte[] missing = new byte[32];
        while (layer.size() > 1) {
            layer = parents(layer, missing);
            missing = hash("SHA-256", missing, missing);
        }
        return layer.get(0);
    }

    private static List<byte[]> parents(List<byte[]> layer, byte[] missing) {
        List<byte[]> parents = new ArrayList<>();
        for (int i = 0; i < layer.size(); i += 2) {
            parents.add(hash("SHA-256", layer.get(i), i + 1 < layer.size() ? layer.get(i + 1) : missing));
        }
        return parents;
    }

    private static byte[] hash(String algorithm, byte[]... parts) {
        try {
            return MessageDigest.getInstance(algorithm).digest(concat(List.of(parts)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
