package seedbed.torrent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import seedbed.bencode.ByteString;
import seedbed.protocol.InfoHash;

/** The SHA-256 of a v2 or hybrid torrent's {@code info} dictionary: 32 bytes (BEP 52). */
public final class InfoHashV2 {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final ByteString bytes;

    private InfoHashV2(ByteString bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash with these bytes.
     *
     * @throws IllegalArgumentException unless there are exactly 32
     */
    public static InfoHashV2 of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a v2 info-hash has 32 bytes, not " + bytes.length);
        }
        return new InfoHashV2(ByteString.of(bytes));
    }

    /** Its first 20 bytes: what clients announce to trackers. */
    public InfoHash truncated() {
        return InfoHash.of(Arrays.copyOf(bytes.toBytes(), InfoHash.LENGTH));
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return bytes.hex();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InfoHashV2 that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return hex();
    }
}
