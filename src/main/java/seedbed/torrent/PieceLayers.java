package seedbed.torrent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import seedbed.bencode.BencodeDictionary;
import seedbed.bencode.BencodeString;
import seedbed.bencode.ByteString;

/** Checks {@code piece layers}: for each file of more than one piece, the hashes of its pieces (BEP 52). */
final class PieceLayers {

    private static final String KEY = "piece layers";

    private final Faults faults;
    private final long pieceLength;
    private final MerkleTree tree = new MerkleTree();

    PieceLayers(Faults faults, long pieceLength) {
        this.faults = faults;
        this.pieceLength = pieceLength;
    }

    void check(Fields outer, List<FileEntry> files) {
        Optional<BencodeDictionary> dictionary = outer.dictionary(KEY);
        Map<ByteString, BencodeString> layers = dictionary.map(this::layers).orElseGet(HashMap::new);
        Set<ByteString> expected = new HashSet<>();
        for (FileEntry file : files) {
            ByteString root = file.root();
            if (root != null && file.length() > pieceLength) {
                checkLayer(file, root, layers, expected);
            }
        }
        layers.keySet().removeAll(expected);
        layers.values().stream()
                .findFirst()
                .ifPresent(layer -> faults.warning(layer, "key 'piece layers' has a layer that no file needs"));
    }

    private Map<ByteString, BencodeString> layers(BencodeDictionary dictionary) {
        Map<ByteString, BencodeString> layers = new HashMap<>();
        for (BencodeDictionary.Entry entry : dictionary.entries()) {
            if (entry.key().length() != MerkleTree.HASH
                    || !(entry.value() instanceof BencodeString layer)
                    || layer.length() % MerkleTree.HASH != 0) {
                faults.error(entry.key(), "key 'piece layers' must map hashes of 32 bytes to strings of such hashes");
            } else {
                layers.put(entry.key().value(), layer);
            }
        }
        return layers;
    }

    private void checkLayer(
            FileEntry file, ByteString root, Map<ByteString, BencodeString> layers, Set<ByteString> expected) {
        BencodeString layer = layers.get(root);
        boolean first = expected.add(root);
        long pieces = pieces(file.length(), pieceLength);
        if (layer == null) {
            faults.warning(
                    file.offset(),
                    "key 'piece layers' has no layer for '" + file.file().joinedPath()
                            + "': clients have to get it from peers");
        } else if (layer.length() != pieces * MerkleTree.HASH) {
            faults.error(
                    layer,
                    "key 'piece layers' must have " + pieces + " hashes for '"
                            + file.file().joinedPath() + "' but has " + layer.length() / MerkleTree.HASH);
        } else if (first && !tree.root(layer.value(), pieceLength).equals(root)) {
            // Equal files share a layer, so each is hashed once. libtorrent loads such a torrent, but cannot use the
            // layer; hence no error.
            faults.warning(
                    layer,
                    "key 'piece layers' has a layer for '" + file.file().joinedPath()
                            + "' that does not hash to its 'pieces root'");
        }
    }

    static long pieces(long length, long pieceLength) {
        return length / pieceLength + (length % pieceLength == 0 ? 0 : 1);
    }
}
