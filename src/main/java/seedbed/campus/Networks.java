package seedbed.campus;

import java.util.List;
import java.util.Optional;

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

    /** Whether every address there is, of both families, is in one of them. */
    public boolean holdEverything() {
        return networks.contains(Network.parse("0.0.0.0/0")) && networks.contains(Network.parse("::/0"));
    }

    /** The network that holds the address, the first of several. */
    public Optional<String> holding(IpAddress address) {
        return networks.stream()
                .filter(network -> network.contains(address))
                .map(Network::toString)
                .findFirst();
    }

    /** Each network in CIDR notation, in the order given. */
    public List<String> cidrs() {
        return networks.stream().map(Network::toString).toList();
    }

    /** Those of the networks that are one address alone. */
    public List<IpAddress> singleAddresses() {
        return networks.stream().filter(Network::isSingle).map(Network::first).toList();
    }

    /** The networks in CIDR notation, comma separated, in the order given. */
    @Override
    public String toString() {
        return String.join(", ", networks.stream().map(Network::toString).toList());
    }
}
