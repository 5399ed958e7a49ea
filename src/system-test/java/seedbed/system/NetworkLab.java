package seedbed.system;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A campus and the outside, and the one link between them, whose bytes are counted. Needs root. */
final class NetworkLab {

    private static final Pattern RECEIVED = Pattern.compile("\"rx\":\\{\"bytes\":(\\d+)");

    private final Workbench bench;
    private final Site campus;
    private final Site outside;

    private NetworkLab(Workbench bench, Site campus, Site outside) {
        this.bench = bench;
        this.campus = campus;
        this.outside = outside;
    }

    /** Its addresses are those for documentation: public ones to every program, and nobody's. */
    static NetworkLab build(Workbench bench) throws Exception {
        Host border = bench.add(Host.start("border", bench.path("border")));
        Host provider = bench.add(Host.start("provider", bench.path("provider")));
        Site campus = Site.around(border, "192.0.2.", "2001:db8:1::");
        Site outside = Site.around(provider, "198.51.100.", "2001:db8:2::");
        NetworkLab lab = new NetworkLab(bench, campus, outside);
        lab.link();
        return lab;
    }

    private void link() throws Exception {
        Host.link(campus.router(), "uplink", outside.router(), "downlink");
        join(campus.router(), "uplink", 1, outside);
        join(outside.router(), "downlink", 2, campus);
    }

    private static void join(Host router, String device, int number, Site beyond) throws Exception {
        int other = 3 - number;
        router.sh("""
                ip addr add 203.0.113.%1$d/30 dev %3$s
                ip addr add 2001:db8:ffff::%1$d/64 dev %3$s
                ip link set %3$s up
                ip route add %4$s0/24 via 203.0.113.%2$d
                ip -6 route add %5$s/64 via 2001:db8:ffff::%2$d
                """.formatted(number, other, device, beyond.ipv4(), beyond.ipv6()));
    }

    /**
     * Makes the link slow, both ways.
     *
     * @param rate as tc writes it, such as {@code 32mbit}
     */
    void limitLink(String rate) throws Exception {
        String shape = "tc qdisc replace dev %s root tbf rate " + rate + " burst 64kb latency 200ms";
        campus.router().sh(shape.formatted("uplink"));
        outside.router().sh(shape.formatted("downlink"));
    }

    /** Lets nothing through any more. */
    void cutLink() throws Exception {
        campus.router().sh("""
                nft add table inet cut
                nft add chain inet cut forward '{ type filter hook forward priority filter; }'
                nft add rule inet cut forward oifname uplink reject
                nft add rule inet cut forward iifname uplink drop
                """);
    }

    void mendLink() throws Exception {
        campus.router().sh("nft delete table inet cut");
    }

    /** Bytes that came into the campus over the link, all headers included. */
    long imported() throws Exception {
        return received(campus.router(), "uplink");
    }

    private static long received(Host router, String device) throws Exception {
        String answer = router.run("ip", "-statistics", "-json", "link", "show", "dev", device);
        // The order of a device's counters is: stats64, rx, tx.
        Matcher bytes = RECEIVED.matcher(answer);
        if (!bytes.find()) {
            throw new IOException("no counter of received bytes: " + answer);
        }
        return Long.parseLong(bytes.group(1));
    }

    Site campus() {
        return campus;
    }

    Site outside() {
        return outside;
    }

    /** A new host at a site, with the addresses of this number, 2 to 254. */
    Host host(String name, Site site, int number) throws Exception {
        Host host = bench.add(Host.start(name, bench.path(name)));
        site.connect(host, number);
        return host;
    }
}
