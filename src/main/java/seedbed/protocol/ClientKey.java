package seedbed.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code key} of an announce: what a client tells nobody but its trackers, so that it can be known again after its
 * address changed. Immutable bytes, kept as they came; none for clients that send no key.
 */
public final class ClientKey {

    /** Bytes that are kept; real clients send 8. */
    public static final int MAX_LENGTH = 64;

    /** No key: nothing can be proved with it. */
    public static final ClientKey NONE = new ClientKey(new byte[0]);

    private final byte[] bytes;

    private ClientKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key with these bytes; what is longer than {@link #MAX_LENGTH} is cut. */
    public static ClientKey of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new ClientKey(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_LENGTH)));
    }

    public boolean isPresent() {
        return bytes.length > 0;
    }

    /** A fresh copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
