package seedbed.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontServersTest {

    private final List<String> said = new ArrayList<>();
    private final FrontServers servers = new FrontServers(Networks.of("10.0.0.1", "10.0.1.0/24", "fd00::1"), said::add);

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, 203.0.113.5",
        "2001:db8::5, 2001:db8::5",
        "[2001:db8::5], 2001:db8::5",
        "fe80::5%eth0, fe80::5",
        "[fe80:0:0:0:0:0:0:5%2], fe80::5",
        "::ffff:203.0.113.5, 203.0.113.5"
    })
    void withoutAFrontServerTheClientIsTheSocketsPeer(String socket, String client) {
        assertThat(servers.clientOf(socket, List.of(), false)).contains(IpAddress.of(client));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5 | 203.0.113.5",
                "6.6.6.6, 203.0.113.5 | 203.0.113.5",
                "10.9.9.9, 203.0.113.5, 10.0.0.1 | 203.0.113.5",
                "203.0.113.5,10.0.1.7,10.0.0.1 | 203.0.113.5",
                "' 203.0.113.5 ' | 203.0.113.5",
                "garbage, 203.0.113.5 | 203.0.113.5",
                ", 203.0.113.5 | 203.0.113.5",
                "2001:db8::5 | 2001:db8::5",
                "::ffff:203.0.113.5 | 203.0.113.5"
            })
    void behindAFrontServerItIsTheRightmostEntryThatIsNone(String header, String client) {
        assertThat(servers.clientOf("10.0.0.1", List.of(header), false)).contains(IpAddress.of(client));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "unknown",
                "203.0.113.5, garbage",
                "203.0.113.5,",
                "203.0.113.5, 203.0.113.6:80",
                "[2001:db8::5]",
                "localhost",
                "10.0.0.1",
                "10.0.1.1, 10.0.0.1",
                "203.0.113.5, , 10.0.0.1"
            })
    void whatAFrontServerDoesNotTellReadablyIsNeverGuessed(String header) {
        assertThat(servers.clientOf("10.0.0.1", List.of(header), false)).isEmpty();
    }

    @Test
    void aFrontServerThatForwardsNothingIsNotTheClient() {
        assertThat(servers.clientOf("10.0.0.1", List.of(), false)).isEmpty();
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(servers.clientOf("fd00::1", List.of("6.6.6.6", "203.0.113.5", "10.0.0.1"), false))
                .contains(IpAddress.of("203.0.113.5"));
    }

    @Test
    void overTheUnixSocketTheHeaderIsBelieved() {
        assertThat(servers.clientOf(null, List.of("203.0.113.5"), true)).contains(IpAddress.of("203.0.113.5"));
        assertThat(servers.clientOf("/run/seedbed.sock", List.of("203.0.113.5, 10.0.0.1"), true))
                .contains(IpAddress.of("203.0.113.5"));
    }

    @Test
    void overTheUnixSocketWithoutAHeaderThereIsNoClient() {
        assertThat(servers.clientOf("127.0.0.1", List.of(), true)).isEmpty();
    }

    @Test
    void aForwardedHeaderFromAnybodyElseIsIgnored() {
        assertThat(servers.clientOf("203.0.113.9", List.of("10.0.0.5"), false)).contains(IpAddress.of("203.0.113.9"));
    }

    @Test
    void thatItIsIgnoredIsSaidOnce() {
        servers.clientOf("203.0.113.8", List.of("10.0.0.5"), false);
        servers.clientOf("203.0.113.9", List.of("10.0.0.5"), false);

        assertThat(said).containsExactly("203.0.113.8");
    }

    @Test
    void nothingIsSaidAboutThoseWhoAreTrustedOrForwardNothing() {
        servers.clientOf("203.0.113.8", List.of(), false);
        servers.clientOf("10.0.0.1", List.of("203.0.113.5"), false);
        servers.clientOf(null, List.of("203.0.113.5"), true);

        assertThat(said).isEmpty();
    }

    @Test
    void aSocketWithoutAReadableAddressHasNoClient() {
        assertThat(servers.clientOf(null, List.of(), false)).isEmpty();
        assertThat(servers.clientOf("", List.of(), false)).isEmpty();
        assertThat(servers.clientOf("[", List.of(), false)).isEmpty();
    }
}
