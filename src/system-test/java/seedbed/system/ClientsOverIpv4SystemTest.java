package seedbed.system;

import org.junit.jupiter.api.DisplayName;

@DisplayName("real clients over IPv4")
final class ClientsOverIpv4SystemTest extends RealClients {

    ClientsOverIpv4SystemTest() {
        super(Loopback.IPV4);
    }
}
