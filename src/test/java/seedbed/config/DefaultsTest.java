package seedbed.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;

/** What holds where nothing is said. */
class DefaultsTest {

    @Test
    void withoutAnyFileTheDefaultsHold() {
        Settings settings = GivenSettings.of(Map.of());

        assertThat(settings.get(Keys.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.get(Keys.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.get(Keys.HTTP_SOCKET)).isEmpty();
        assertThat(settings.get(Keys.DB_URL)).isEmpty();
        assertThat(settings.get(Keys.PUBLISH_DIR)).isEqualTo(Path.of("var/publish"));
        assertThat(settings.get(Keys.TRACKER_ANNOUNCE)).containsExactly(URI.create("http://127.0.0.1:8080/announce"));
        assertThat(settings.get(Keys.TRACKER_INTERVAL)).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.get(Keys.TRACKER_PEER_TIMEOUT)).isEqualTo(Duration.ofMinutes(70));
        assertThat(settings.get(Keys.CAMPUS_NETWORKS).contains(address("172.31.0.1")))
                .isTrue();
        assertThat(settings.get(Keys.CAMPUS_NETWORKS).contains(address("192.0.2.1")))
                .isFalse();
        assertThat(settings.get(Keys.SAVINGS_MAX_RATE)).isEmpty();
        assertThat(settings.get(Keys.ADMIN_TOKEN)).isEmpty();
    }

    @Test
    void theShippedFileNamesEveryKeyWithItsDefault() throws IOException {
        String shipped = Files.readString(Path.of("conf/seedbed.properties"));

        for (Key<?> key : Keys.ALL) {
            assertThat(shipped).contains(('#' + key.name() + " = " + key.fallback()).strip() + "\n");
        }
    }

    @Test
    void rolesOfTheDatabaseFallBackToItsUser() {
        Settings settings = GivenSettings.of(Map.of("db.user", "one", "db.password", "secret"));

        assertThat(settings.get(Keys.DB_TRACKER_USER)).isEqualTo("one");
        assertThat(settings.get(Keys.DB_PUBLISHER_PASSWORD)).isEqualTo("secret");
    }

    @Test
    void theAnnounceUrlIsThatOfTheSiteWhetherOrNotItsAddressEndsWithASlash() {
        for (String site : new String[] {"https://mirror.example.edu", "https://mirror.example.edu/"}) {
            assertThat(GivenSettings.of(Map.of("site.url", site)).get(Keys.TRACKER_ANNOUNCE))
                    .containsExactly(URI.create("https://mirror.example.edu/announce"));
        }
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }
}
