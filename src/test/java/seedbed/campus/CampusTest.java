package seedbed.campus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CampusTest {

    private final Campus campus = new Campus(Networks.of("10.0.0.0/8", "2001:db8:1::/48"), Networks.of("192.0.2.1"));

    @Test
    void theCampusIsItsNetworks() {
        assertThat(campus.isCampus(IpAddress.of("10.0.0.1"))).isTrue();
        assertThat(campus.isCampus(IpAddress.of("2001:db8:1::1"))).isTrue();
        assertThat(campus.isCampus(IpAddress.of("203.0.113.1"))).isFalse();
    }

    @Test
    void aSeedBoxElsewhereIsNotOfTheCampus() {
        IpAddress box = IpAddress.of("192.0.2.1");

        assertThat(campus.isSeedBox(box)).isTrue();
        assertThat(campus.isCampus(box)).isFalse();
    }

    @Test
    void othersAreOutside() {
        assertThat(campus.isCampus(IpAddress.of("203.0.113.1"))).isFalse();
        assertThat(campus.isSeedBox(IpAddress.of("10.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void addressesThatLeadNowhereFromOutsideArePrivate(String address) {
        assertThat(Campus.isPrivate(IpAddress.of(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2001:db8::1",
                "2a00::1"
            })
    void allOthersArePublic(String address) {
        assertThat(Campus.isPrivate(IpAddress.of(address))).isFalse();
    }
}
