package seedbed.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The {@code key} of an announce: what a client tells nobody but its trackers, so that it can be known again after its
 * address changed. None for clients that send no key.
 *
 * <p>Kept as it came up to {@link #LENGTH} bytes, which is what real clients send; of longer ones a digest of that length
 * is kept, which is as hard to guess.
 *
 * @param bits the bytes, big-endian, in the lower bits
 * @param length bytes, 0 to {@link #LENGTH}
 */
public record ClientKey(long bits, int length) {

    /** Bytes that are kept. */
    public static final int LENGTH = Long.BYTES;

    /** No key: nothing can be proved with it. */
    public static final ClientKey NONE = new ClientKey(0, 0);

    public ClientKey {
        if (length < 0 || length > LENGTH) {
            throw new IllegalArgumentException("of a key 0 to 8 bytes are kept, not " + length);
        }
    }

    /** The key with these bytes. */
    public static ClientKey of(byte[] bytes) {
        byte[] kept = bytes.length <= LENGTH ? bytes : Arrays.copyOf(sha256(bytes), LENGTH);
        long bits = 0;
        for (byte each : kept) {
            bits = (bits << Byte.SIZE) | (each & 0xff);
        }
        return kept.length == 0 ? NONE : new ClientKey(bits, kept.length);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public boolean isPresent() {
        return length > 0;
    }

    /** A fresh copy of the bytes. */
    public byte[] toBytes() {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
        return Arrays.copyOfRange(all, Long.BYTES - length, Long.BYTES);
    }

    /** Hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
