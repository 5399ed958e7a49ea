package seedbed.campus;

import java.util.List;

/** A set of IPv4 and IPv6 networks. */
public final class Networks {

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * The networks written as CIDRs; an address alone is a network of one.
     *
     * @throws IllegalArgumentException naming the first text that is neither
     */
    public static Networks parse(List<String> cidrs) {
        return new Networks(cidrs.stream().map(Network::parse).toList());
    }

    /** The networks written as CIDRs. */
    public static Networks of(String... cidrs) {
        return parse(List.of(cidrs));
    }

    /** Whether any of them holds the address. */
    public boolean contains(IpAddress address) {
        // A campus lists a handful of networks; a trie would be slower for those.
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The networks in CIDR notation, comma separated, in the order given. */
    @Override
    public String toString() {
        return String.join(", ", networks.stream().map(Network::toString).toList());
    }
}
