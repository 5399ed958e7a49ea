package seedbed.campus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, 9.255.255.255, false",
        "192.168.1.7/24, 192.168.1.200, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 203.0.113.1, false",
        "::/0, 2001:db8::1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2001:db8::1, 2001:db8::1, true",
        "fc00::/7, fdff::1, true",
        "fc00::/7, fe00::1, false",
        "::ffff:10.0.0.0/104, 10.1.1.1, true",
        "::ffff:10.0.0.0/104, 11.1.1.1, false",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false"
    })
    void holdsTheAddressesOfItsPrefix(String cidr, String address, boolean held) {
        assertThat(Networks.of(cidr).contains(IpAddress.of(address))).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "campus",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/08000",
                "10/8",
                "2001:db8::/129",
                "::ffff:10.0.0.0/95",
                "10.0.0.0 /8",
                "10.0.0.0/ 8",
                "/8",
                "10.0.0.0/٨"
            })
    void whatIsNoNetworkIsNamed(String text) {
        assertThatThrownBy(() -> Networks.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("CIDR");
    }

    @Test
    void noNetworkHoldsNothing() {
        assertThat(Networks.of().contains(IpAddress.of("127.0.0.1"))).isFalse();
    }

    @Test
    void anyOfManyIsEnough() {
        Networks networks = Networks.parse(List.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.1"));

        assertThat(networks.contains(IpAddress.of("192.0.2.1"))).isTrue();
        assertThat(networks.contains(IpAddress.of("2001:db8::1"))).isTrue();
        assertThat(networks.contains(IpAddress.of("192.0.2.2"))).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Networks.of("10.1.2.3/8", "2001:db8::1")).hasToString("10.0.0.0/8, 2001:db8::1/128");
    }
}
