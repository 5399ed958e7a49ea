package seedbed.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import seedbed.campus.IpAddress;
import seedbed.protocol.PeerAddress;

/** A peer's address as the table has it: 4 or 16 bytes and the port in network order, as in compact peer lists. */
final class CompactAddress {

    private CompactAddress() {}

    static byte[] bytes(PeerAddress address) {
        byte[] ip = address.ip().bytes();
        return ByteBuffer.allocate(ip.length + Short.BYTES)
                .put(ip)
                .putShort((short) address.port())
                .array();
    }

    static PeerAddress parse(byte[] bytes) {
        int ip = bytes.length - Short.BYTES;
        return new PeerAddress(
                IpAddress.of(Arrays.copyOf(bytes, ip)),
                Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(ip)));
    }
}
