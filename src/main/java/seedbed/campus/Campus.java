package seedbed.campus;

/** What the operator calls the campus: its networks and the official seed boxes. */
public final class Campus {

    /**
     * Ranges whose addresses mean something else, or nothing, on the other side of a router: "this network", RFC 1918,
     * shared address space (RFC 6598), loopback, link-local, multicast and reserved; for IPv6 unspecified, loopback,
     * unique local, link-local, site-local and multicast.
     */
    private static final Networks PRIVATE = Networks.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/3",
            "::/127",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private final Networks networks;
    private final Networks seedBoxes;

    public Campus(Networks networks, Networks seedBoxes) {
        this.networks = networks;
        this.seedBoxes = seedBoxes;
    }

    /** The campus's networks; seed boxes may or may not be in them. */
    public Networks networks() {
        return networks;
    }

    public Networks seedBoxes() {
        return seedBoxes;
    }

    /** Whether the address lies in a campus network; seed boxes may or may not. */
    public boolean isCampus(IpAddress address) {
        return networks.contains(address);
    }

    public boolean isSeedBox(IpAddress address) {
        return seedBoxes.contains(address);
    }

    /** Whether nobody outside the network of the address can reach it. */
    public static boolean isPrivate(IpAddress address) {
        return PRIVATE.contains(address);
    }
}
