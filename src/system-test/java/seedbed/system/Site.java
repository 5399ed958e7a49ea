package seedbed.system;

/**
 * One of the two networks of a {@link NetworkLab}: a router that is also the switch of its hosts.
 *
 * @param router has the first address of each family
 * @param ipv4 what addresses begin with, of a network of 24 bits
 * @param ipv6 the same, of 64 bits
 */
record Site(Host router, String ipv4, String ipv6) {

    static Site around(Host router, String ipv4, String ipv6) throws Exception {
        router.sh("""
                ip link add lan type bridge
                ip addr add %s1/24 dev lan
                ip addr add %s1/64 dev lan
                ip link set lan up
                echo 1 >/proc/sys/net/ipv4/ip_forward
                echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
                """.formatted(ipv4, ipv6));
        return new Site(router, ipv4, ipv6);
    }

    /** Connects a host, which gets the addresses of this number, 2 to 254. */
    void connect(Host host, int number) throws Exception {
        String port = "port" + number;
        Host.link(router, port, host, "eth0");
        router.sh("ip link set " + port + " master lan up");
        host.sh("""
                ip link set eth0 up
                ip addr add %s/24 dev eth0
                ip addr add %s/64 dev eth0
                ip route add default via %s1
                ip -6 route add default via %s1
                """.formatted(ipv4(number), ipv6(number), ipv4, ipv6));
    }

    String ipv4(int number) {
        return ipv4 + number;
    }

    String ipv6(int number) {
        return ipv6 + Integer.toHexString(number);
    }

    /** Both networks, as Seedbed and the seed boxes are told of them. */
    String networks() {
        return ipv4 + "0/24, " + ipv6 + "/64";
    }
}
