package seedbed.campus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "192.0.2.1, 192.0.2.1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::A, 2001:db8::a",
        "2001:db8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:0:0:1:1:0:0:1, 2001::1:1:0:0:1",
        "0001:0002:0003:0004:0005:0006:0007:0008, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "::1.2.3.4, ::102:304",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1",
        "::fffe:192.0.2.1, ::fffe:c000:201",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8"
    })
    void literalsAreReadAndWrittenCanonically(String literal, String canonical) {
        assertThat(IpAddress.of(literal)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.org",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "01.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "0x1.2.3.4",
                "1.2.3.1000",
                "１.2.3.4",
                "١.2.3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2::3",
                "12345::",
                "g::",
                "::1%eth0",
                "fe80::1%1",
                "[::1]",
                "[::1]:80",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::256.1.1.1",
                "1:2:3:4::5:6:7:8",
                "unknown",
                "_hidden",
                "-"
            })
    void everythingElseIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> IpAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void veryLongTextIsRefusedQuickly() {
        assertThat(IpAddress.parse("1:".repeat(1_000_000))).isEmpty();
    }

    @Test
    void theBytesAreThoseOfTheLibrary() throws UnknownHostException {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            // Runs of zeros, as real addresses have them.
            for (int j = random.nextInt(bytes.length); j < bytes.length && random.nextInt(4) > 0; j++) {
                bytes[j] = 0;
            }
            InetAddress library = InetAddress.getByAddress(bytes);
            IpAddress ours = IpAddress.of(bytes);

            assertThat(ours.bytes()).as("case " + i).isEqualTo(library.getAddress());
            assertThat(IpAddress.of(ours.toString())).as("case " + i).isEqualTo(ours);
            assertThat(IpAddress.of(library.getHostAddress())).as("case " + i).isEqualTo(ours);
        }
    }

    @Test
    void ipv4InsideIpv6IsTheSameAddress() {
        assertThat(IpAddress.of("::ffff:10.0.0.1")).isEqualTo(IpAddress.of("10.0.0.1"));
        assertThat(IpAddress.of("::ffff:10.0.0.1").isV4()).isTrue();
        assertThat(IpAddress.of("::ffff:10.0.0.1").bytes()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 15, 17})
    void otherLengthsAreRefused(int length) {
        assertThatThrownBy(() -> IpAddress.of(new byte[length]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 or 16 bytes");
    }

    @Test
    void ipv4SortsBeforeIpv6AndBytesAreUnsigned() {
        List<String> sorted =
                List.of("1.2.3.4", "9.255.0.0", "200.0.0.1", "::", "7fff::", "8000::", "8000::8000:0:0:0");

        assertThat(sorted.stream().map(IpAddress::of).sorted().map(IpAddress::toString))
                .containsExactlyElementsOf(sorted);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 0, 0.0.0.0",
        "10.1.2.3, 8, 10.0.0.0",
        "10.1.2.255, 31, 10.1.2.254",
        "10.1.2.3, 32, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 0, ::",
        "2001:db8:1:2:3:4:5:6, 32, 2001:db8::",
        "2001:db8:1:2:3:4:5:6, 64, 2001:db8:1:2::",
        "2001:db8:1:2:ffff:4:5:6, 65, 2001:db8:1:2:8000::",
        "2001:db8:1:2:3:4:5:7, 127, 2001:db8:1:2:3:4:5:6",
        "2001:db8:1:2:3:4:5:6, 128, 2001:db8:1:2:3:4:5:6"
    })
    void theNetworkIsTheFirstAddressOfItsPrefix(String address, int length, String network) {
        assertThat(IpAddress.of(address).network(length)).hasToString(network);
    }
}
