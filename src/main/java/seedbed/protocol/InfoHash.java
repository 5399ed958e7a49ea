package seedbed.protocol;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The 20 bytes by which a swarm is known to a tracker: the SHA-1 of a torrent's {@code info} dictionary (BEP 3), or the
 * first 20 bytes of its SHA-256 (BEP 52). Immutable; ordered as unsigned bytes.
 */
public final class InfoHash implements Comparable<InfoHash> {

    /** Length in bytes. */
    public static final int LENGTH = 20;

    // Two longs and an int instead of an array: one object instead of two, and equality without a loop.
    private final long head;
    private final long middle;
    private final int tail;

    private InfoHash(long head, long middle, int tail) {
        this.head = head;
        this.middle = middle;
        this.tail = tail;
    }

    /**
     * The hash with these bytes.
     *
     * @throws IllegalArgumentException unless there are exactly 20
     */
    public static InfoHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an info-hash has 20 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new InfoHash(buffer.getLong(), buffer.getLong(), buffer.getInt());
    }

    /**
     * The hash written as 40 hexadecimal digits of either case.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static InfoHash ofHex(String hex) {
        if (hex.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("an info-hash has 40 hexadecimal digits, not " + hex.length());
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /** A fresh copy of the 20 bytes. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(head)
                .putLong(middle)
                .putInt(tail)
                .array();
    }

    /** 40 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(toBytes());
    }

    @Override
    public int compareTo(InfoHash other) {
        int byHead = Long.compareUnsigned(head, other.head);
        int byMiddle = byHead != 0 ? byHead : Long.compareUnsigned(middle, other.middle);
        return byMiddle != 0 ? byMiddle : Integer.compareUnsigned(tail, other.tail);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InfoHash that && head == that.head && middle == that.middle && tail == that.tail;
    }

    @Override
    public int hashCode() {
        // v1 and v2 hashes are digests, but a client chooses what it announces: mix all of it.
        return Long.hashCode((head * 31 + middle) * 31 + tail);
    }

    @Override
    public String toString() {
        return hex();
    }
}
