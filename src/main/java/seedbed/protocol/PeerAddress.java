package seedbed.protocol;

import java.util.Comparator;
import seedbed.campus.IpAddress;

/**
 * Where a peer listens: what it is known by in a swarm.
 *
 * @param ip canonical, see {@link IpAddress}
 * @param port 1 to 65535
 */
public record PeerAddress(IpAddress ip, int port) implements Comparable<PeerAddress> {

    /** The highest port there is. */
    public static final int MAX_PORT = 65_535;

    private static final Comparator<PeerAddress> ORDER =
            Comparator.comparing(PeerAddress::ip).thenComparingInt(PeerAddress::port);

    public PeerAddress {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a peer's port is 1 to 65535, not " + port);
        }
    }

    @Override
    public int compareTo(PeerAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return ip.isV4() ? ip + ":" + port : "[" + ip + "]:" + port;
    }
}
