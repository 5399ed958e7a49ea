package seedbed.system;

import org.junit.jupiter.api.DisplayName;

@DisplayName("real clients over IPv6")
final class ClientsOverIpv6SystemTest extends RealClients {

    ClientsOverIpv6SystemTest() {
        super(Loopback.IPV6);
    }
}
