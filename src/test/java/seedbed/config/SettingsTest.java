package seedbed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.campus.IpAddress;

final class SettingsTest {

    private static final Path SHIPPED = Path.of("conf/seedbed.properties");

    @TempDir
    private Path folder;

    @Test
    void everyKeyCanBeSetInTheFile() throws IOException {
        Map<String, String> all = new TreeMap<>(Map.of(
                "http.host", "::1",
                "http.port", "9090",
                "http.socket", "/run/seedbed/http.socket",
                "data.dir", "/var/lib/seedbed",
                "db.url", "jdbc:postgresql://db.example.edu/seedbed",
                "db.user", "owner",
                "db.password", "one",
                "db.tracker.user", "tracker",
                "db.tracker.password", "two",
                "db.publisher.user", "publisher"));
        all.putAll(Map.of(
                "db.publisher.password", "three",
                "content.git", "/srv/content.git",
                "content.ref", "main",
                "publish.dir", "/srv/publish",
                "site.url", "https://mirror.example.edu/",
                "site.title", "Mirror",
                "tracker.announce", "https://mirror.example.edu/announce, http://mirror.example.edu/announce",
                "tracker.interval", "20m",
                "tracker.min-interval", "90s",
                "tracker.peer-timeout", "2h"));
        all.putAll(Map.of(
                "tracker.numwant", "30",
                "tracker.max-numwant", "100",
                "campus.networks", "198.51.100.0/24,2001:db8::/32",
                "campus.seedboxes", "198.51.100.7",
                "campus.outside-peers", "2",
                "campus.gateways", "1",
                "site.theme.dir", "/etc/seedbed/theme",
                "savings.max-rate", "12.5MB",
                "savings.keep", "30d",
                "proxy.trusted", "198.51.100.8"));
        all.putAll(Map.of("admin.token", "0123456789abcdef", "admin.networks", "198.51.100.0/28"));
        Settings settings = read(file(all), new Properties(), Map.of());

        assertThat(all.keySet())
                .as("a new key is set here too; content.dir excludes content.git")
                .containsExactlyInAnyOrderElementsOf(Keys.ALL.stream()
                        .map(Key::name)
                        .filter(name -> !name.equals("content.dir"))
                        .toList());
        assertThat(settings.get(Keys.HTTP_HOST)).isEqualTo("::1");
        assertThat(settings.get(Keys.HTTP_PORT)).isEqualTo(9090);
        assertThat(settings.get(Keys.HTTP_SOCKET)).contains(Path.of("/run/seedbed/http.socket"));
        assertThat(settings.get(Keys.DATA_DIR)).isEqualTo(Path.of("/var/lib/seedbed"));
        assertThat(settings.get(Keys.DB_URL)).isEqualTo("jdbc:postgresql://db.example.edu/seedbed");
        assertThat(settings.get(Keys.DB_USER)).isEqualTo("owner");
        assertThat(settings.get(Keys.DB_PASSWORD)).isEqualTo("one");
        assertThat(settings.get(Keys.DB_TRACKER_USER)).isEqualTo("tracker");
        assertThat(settings.get(Keys.DB_TRACKER_PASSWORD)).isEqualTo("two");
        assertThat(settings.get(Keys.DB_PUBLISHER_USER)).isEqualTo("publisher");
        assertThat(settings.get(Keys.DB_PUBLISHER_PASSWORD)).isEqualTo("three");
        assertThat(settings.get(Keys.CONTENT_GIT)).contains(Path.of("/srv/content.git"));
        assertThat(settings.get(Keys.CONTENT_REF)).isEqualTo("main");
        assertThat(settings.get(Keys.PUBLISH_DIR)).isEqualTo(Path.of("/srv/publish"));
        assertThat(settings.get(Keys.SITE_URL)).isEqualTo("https://mirror.example.edu");
        assertThat(settings.get(Keys.SITE_TITLE)).isEqualTo("Mirror");
        assertThat(settings.get(Keys.SITE_THEME_DIR)).contains(Path.of("/etc/seedbed/theme"));
        assertThat(settings.get(Keys.TRACKER_ANNOUNCE)).hasSize(2);
        assertThat(settings.get(Keys.TRACKER_INTERVAL)).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.get(Keys.TRACKER_MIN_INTERVAL)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.get(Keys.TRACKER_PEER_TIMEOUT)).isEqualTo(Duration.ofHours(2));
        assertThat(settings.get(Keys.TRACKER_NUMWANT)).isEqualTo(30);
        assertThat(settings.get(Keys.TRACKER_MAX_NUMWANT)).isEqualTo(100);
        assertThat(settings.get(Keys.CAMPUS_NETWORKS).contains(address("2001:db8::7")))
                .isTrue();
        assertThat(settings.get(Keys.CAMPUS_SEEDBOXES).contains(address("198.51.100.7")))
                .isTrue();
        assertThat(settings.get(Keys.CAMPUS_OUTSIDE_PEERS)).isEqualTo(2);
        assertThat(settings.get(Keys.CAMPUS_GATEWAYS)).isEqualTo(1);
        assertThat(settings.get(Keys.SAVINGS_MAX_RATE)).isEqualTo(OptionalLong.of(12_500_000));
        assertThat(settings.get(Keys.SAVINGS_KEEP)).isEqualTo(Duration.ofDays(30));
        assertThat(settings.get(Keys.PROXY_TRUSTED).contains(address("198.51.100.8")))
                .isTrue();
        assertThat(settings.get(Keys.ADMIN_TOKEN)).contains("0123456789abcdef");
        assertThat(settings.get(Keys.ADMIN_NETWORKS)).hasToString("198.51.100.0/28");
    }

    @Test
    void theShippedFileIsReadAsItIs() {
        assertThat(read(SHIPPED, new Properties(), Map.of()).get(Keys.HTTP_PORT))
                .isEqualTo(8080);
    }

    @Test
    void anEnvironmentVariableWinsOverTheFile() throws IOException {
        Path file = file(Map.of("tracker.min-interval", "1m"));

        Settings settings = read(file, new Properties(), Map.of("SEEDBED_TRACKER_MIN_INTERVAL", "2m"));

        assertThat(settings.get(Keys.TRACKER_MIN_INTERVAL)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() throws IOException {
        Properties system = new Properties();
        system.setProperty("seedbed.http.port", "1");

        Settings settings = read(file(Map.of("http.port", "3")), system, Map.of("SEEDBED_HTTP_PORT", "2"));

        assertThat(settings.get(Keys.HTTP_PORT)).isEqualTo(1);
    }

    @Test
    void aValueIsNeverExpanded() {
        assertThat(GivenSettings.of(Map.of("db.password", "${db.user}")).get(Keys.DB_PASSWORD))
                .isEqualTo("${db.user}");
    }

    @Test
    void anUnknownKeyOfTheFileIsNamedWithTheKeyItMayMean() throws IOException {
        Path file = file(Map.of("tracker.intervall", "5m"));

        assertThatThrownBy(() -> read(file, new Properties(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown key tracker.intervall = \"5m\"")
                .hasMessageContaining("such as tracker.interval")
                .hasMessageContaining(file.toString());
    }

    @Test
    void anUnknownSystemPropertyIsRefused() {
        Properties system = new Properties();
        system.setProperty("seedbed.http.prot", "1");

        assertThatThrownBy(() -> Settings.read(Optional.empty(), system, Map.of()))
                .hasMessageContaining("unknown key http.prot");
    }

    @Test
    void anUnknownVariableIsOnlyReportedBecauseOrchestratorsSetSome() {
        Map<String, String> environment = Map.of("SEEDBED_PORT_8080_TCP", "x", "SEEDBED_HTTP_PORT", "1", "HOME", "/");

        assertThat(Settings.unknownVariables(environment)).containsExactly("SEEDBED_PORT_8080_TCP");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none.properties");

        assertThatThrownBy(() -> read(missing, new Properties(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("configuration file " + missing + ": expected a readable file, but there is none");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("latin1.properties"), "site.title = B\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> read(file, new Properties(), Map.of())).hasMessageContaining("expected UTF-8 lines");
    }

    @Test
    void contentComesFromOneSourceOnly() {
        assertThatThrownBy(() -> GivenSettings.of(Map.of("content.dir", "a", "content.git", "b")))
                .hasMessage("content.git = \"b\": expected either content.dir or content.git, but both are set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.port           | 65536",
                "http.port           | web",
                "http.host           | ''",
                "data.dir            | ''",
                "db.url              | mysql://localhost/seedbed",
                "db.url              | jdbc:postgresql://host:port/seedbed",
                "site.url            | mirror.example.edu",
                "site.url            | udp://mirror.example.edu",
                "site.url            | http://mirror.example.edu/?a=b",
                "tracker.announce    | ''",
                "tracker.announce    | ftp://mirror.example.edu/announce",
                "tracker.interval    | 30",
                "tracker.interval    | 0s",
                "tracker.interval    | -5m",
                "tracker.interval    | 5 fortnights",
                "tracker.numwant     | -1",
                "campus.networks     | 10.0.0.0/33",
                "campus.networks     | campus.example.edu",
                "campus.seedboxes    | 10.0.0.1/8/9",
                "proxy.trusted       | localhost",
                "campus.outside-peers| many",
                "campus.gateways     | 0",
                "savings.max-rate    | 0MB",
                "savings.max-rate    | fast",
                "site.title          | ''",
                "content.ref         | ''"
            })
    void aMalformedValueIsRefusedWithKeyValueAndWhatIsExpected(String name, String value) {
        assertThatThrownBy(() -> GivenSettings.of(Map.of(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(name + " = \"" + value + "\": expected ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aSocketPathThatNoKernelTakesIsRefused() {
        assertThatThrownBy(() -> GivenSettings.of(Map.of("http.socket", "/" + "x".repeat(120))))
                .hasMessageContaining("at most 100 bytes");
    }

    @Test
    void aTokenTooShortToBeSafeIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> GivenSettings.of(Map.of("admin.token", "secret")))
                .hasMessageStartingWith("admin.token = (hidden): expected at least 16")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"125MB", "125MB/s", "125000kB", "125000000B"})
    void ratesAreReadInTheirUnits(String rate) {
        assertThat(GivenSettings.of(Map.of("savings.max-rate", rate)).get(Keys.SAVINGS_MAX_RATE))
                .isEqualTo(OptionalLong.of(125_000_000));
    }

    @Test
    void namedFileIsFoundInPropertyBeforeVariable() {
        Properties system = new Properties();
        Map<String, String> environment = Map.of("SEEDBED_CONFIG", "/etc/b");
        assertThat(Settings.namedFile(system, environment)).contains(Path.of("/etc/b"));

        system.setProperty("seedbed.config", "/etc/a");

        assertThat(Settings.namedFile(system, environment)).contains(Path.of("/etc/a"));
    }

    private static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    private static Settings read(Path file, Properties system, Map<String, String> environment) {
        return Settings.read(Optional.of(file), system, environment);
    }

    private Path file(Map<String, String> values) throws IOException {
        List<String> lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
        return Files.write(folder.resolve("seedbed.properties"), lines);
    }
}
