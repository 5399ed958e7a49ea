package seedbed.system;

/** The addresses by which only this machine reaches itself. */
enum Loopback {
    IPV4("127.0.0.1", "127.0.0.1"),
    IPV6("::1", "[::1]");

    private final String address;
    private final String inUrl;

    Loopback(String address, String inUrl) {
        this.address = address;
        this.inUrl = inUrl;
    }

    String address() {
        return address;
    }

    /** The address as a URL has it. */
    String inUrl() {
        return inUrl;
    }
}
