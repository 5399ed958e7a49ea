package seedbed.torrent;

import java.security.MessageDigest;
import java.util.Arrays;
import seedbed.bencode.ByteString;

/** The hash tree over a file of a v2 torrent (BEP 52): leaves are hashes of 16 KiB blocks, missing ones are zero. */
final class MerkleTree {

    /** Length of a hash in bytes. */
    static final int HASH = 32;

    /** Bytes of a file under one leaf. */
    static final int BLOCK = 16 * 1024;

    /** The hash of a missing block. */
    static final ByteString ZERO = ByteString.of(new byte[HASH]);

    private final MessageDigest sha256 = Digest.SHA_256.begin();

    /**
     * The root above a layer.
     *
     * @param layer hashes of 32 bytes one after another, at least one
     * @param bytesEach how many bytes of the file each of them stands for: {@link #BLOCK} times a power of two
     */
    ByteString root(ByteString layer, long bytesEach) {
        byte[] missing = ZERO.toBytes();
        for (long bytes = BLOCK; bytes < bytesEach; bytes *= 2) {
            missing = parent(missing, 0, missing);
        }
        byte[] level = layer.toBytes();
        while (level.length > HASH) {
            level = levelAbove(level, missing);
            missing = parent(missing, 0, missing);
        }
        return ByteString.of(level);
    }

    private byte[] levelAbove(byte[] level, byte[] missing) {
        int pairs = (level.length / HASH + 1) / 2;
        byte[] above = new byte[pairs * HASH];
        for (int pair = 0; pair < pairs; pair++) {
            int left = 2 * pair * HASH;
            int right = left + HASH;
            byte[] second = right < level.length ? Arrays.copyOfRange(level, right, right + HASH) : missing;
            System.arraycopy(parent(level, left, second), 0, above, pair * HASH, HASH);
        }
        return above;
    }

    private byte[] parent(byte[] level, int left, byte[] right) {
        sha256.update(level, left, HASH);
        return sha256.digest(right);
    }
}
