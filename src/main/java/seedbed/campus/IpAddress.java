package seedbed.campus;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address in the one form we use. An IPv4 address inside IPv6 ({@code ::ffff:a.b.c.d}) becomes the IPv4
 * address when this is built, so that one host never has two of them. Immutable; IPv4 sorts before IPv6.
 */
public final class IpAddress implements Comparable<IpAddress> {

    private static final int V4_LENGTH = 4;
    private static final int V6_LENGTH = 16;
    private static final long MAPPED_PREFIX = 0xffffL;

    private final boolean v4;
    private final long high;
    private final long low;

    private IpAddress(boolean v4, long high, long low) {
        this.v4 = v4;
        this.high = high;
        this.low = low;
    }

    /**
     * The address with these bytes in network order.
     *
     * @throws IllegalArgumentException unless there are 4 or 16
     */
    public static IpAddress of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length == V4_LENGTH) {
            return new IpAddress(true, 0, Integer.toUnsignedLong(buffer.getInt()));
        }
        if (bytes.length != V6_LENGTH) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        long high = buffer.getLong();
        long low = buffer.getLong();
        boolean mapped = high == 0 && low >>> Integer.SIZE == MAPPED_PREFIX;
        return mapped ? new IpAddress(true, 0, low & 0xffffffffL) : new IpAddress(false, high, low);
    }

    /** The same address; a zone is left out. */
    public static IpAddress of(InetAddress address) {
        return of(address.getAddress());
    }

    /**
     * The address written as a literal.
     *
     * @throws IllegalArgumentException if it is anything else, a host name included
     */
    public static IpAddress of(String literal) {
        return parse(literal)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an IPv4 or IPv6 address in digits is expected, not '" + literal + "'"));
    }

    /**
     * The address written as a literal: dotted decimal without leading zeros, or RFC 4291 text. Empty for everything
     * else: names, brackets, zones, ports, white space. Never asks a name server.
     */
    public static Optional<IpAddress> parse(String literal) {
        return AddressLiteral.bytes(literal).map(IpAddress::of);
    }

    /** The IPv4 address with these bits. */
    public static IpAddress v4(int bits) {
        return new IpAddress(true, 0, Integer.toUnsignedLong(bits));
    }

    /** The IPv6 address with the bits of one that this class made, see {@link #high}. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(false, high, low);
    }

    /** The first 64 bits of an IPv6 address; 0 for IPv4. */
    public long high() {
        return high;
    }

    /** The last 64 bits of an IPv6 address, or the 32 of an IPv4 address. */
    public long low() {
        return low;
    }

    public boolean isV4() {
        return v4;
    }

    /** 4 or 16 bytes in network order, a fresh copy. */
    public byte[] bytes() {
        return v4
                ? ByteBuffer.allocate(V4_LENGTH).putInt((int) low).array()
                : ByteBuffer.allocate(V6_LENGTH).putLong(high).putLong(low).array();
    }

    /**
     * The first address of the network of this length that holds this one.
     *
     * @param prefixLength bits, from 0 to 32 (IPv4) or 128 (IPv6)
     */
    public IpAddress network(int prefixLength) {
        if (v4) {
            return new IpAddress(true, 0, low & mask(prefixLength + Integer.SIZE));
        }
        return new IpAddress(false, high & mask(prefixLength), low & mask(prefixLength - Long.SIZE));
    }

    /** Whether both are of one family and share their first bits. */
    boolean sharesPrefix(IpAddress other, int prefixLength) {
        if (v4 != other.v4) {
            return false;
        }
        if (v4) {
            return ((low ^ other.low) & mask(prefixLength + Integer.SIZE)) == 0;
        }
        return ((high ^ other.high) & mask(prefixLength)) == 0
                && ((low ^ other.low) & mask(prefixLength - Long.SIZE)) == 0;
    }

    private static long mask(int ones) {
        if (ones <= 0) {
            return 0;
        }
        return ones >= Long.SIZE ? -1L : -1L << (Long.SIZE - ones);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = Boolean.compare(other.v4, v4);
        int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && v4 == that.v4 && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        // Neighbours on a campus differ in their last bits only: spread them.
        long mixed = (high * 31 + low) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /** Dotted decimal, or the canonical text of RFC 5952. */
    @Override
    public String toString() {
        return AddressLiteral.text(bytes());
    }
}
