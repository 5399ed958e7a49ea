package seedbed.protocol;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The 20 bytes a client calls itself by (BEP 3, BEP 20). Everybody it talks to knows them: they prove nothing. */
public final class PeerId {

    /** Length in bytes. */
    public static final int LENGTH = 20;

    // As in InfoHash: no array to copy, no loop to compare.
    private final long head;
    private final long middle;
    private final int tail;

    private PeerId(long head, long middle, int tail) {
        this.head = head;
        this.middle = middle;
        this.tail = tail;
    }

    /**
     * The id with these bytes.
     *
     * @throws IllegalArgumentException unless there are exactly 20
     */
    public static PeerId of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a peer id has 20 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PeerId(buffer.getLong(), buffer.getLong(), buffer.getInt());
    }

    /** The id that these numbers are, see {@link #head}. */
    public static PeerId of(long head, long middle, int tail) {
        return new PeerId(head, middle, tail);
    }

    /** The first eight bytes, big-endian. */
    public long head() {
        return head;
    }

    /** The next eight bytes. */
    public long middle() {
        return middle;
    }

    /** The last four bytes. */
    public int tail() {
        return tail;
    }

    /** A fresh copy of the 20 bytes. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(head)
                .putLong(middle)
                .putInt(tail)
                .array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerId that && head == that.head && middle == that.middle && tail == that.tail;
    }

    @Override
    public int hashCode() {
        return Long.hashCode((head * 31 + middle) * 31 + tail);
    }

    /** 40 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
