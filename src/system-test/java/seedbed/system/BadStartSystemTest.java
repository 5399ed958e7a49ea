package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed ends with 2 and one line that says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class BadStartSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What was begun meanwhile may be in the log. */
    private static final String LOG_LINE = "\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO|WARN) .*";
    /** Nobody answers there; a mirror would wait for it. */
    private static final String DATABASE = "jdbc:postgresql://127.0.0.1:1/none";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private int runs;

    @ParameterizedTest
    @CsvSource({
        "tracker.intervall, 30m",
        "tracker.interval, soon",
        "http.port, eighty",
        "campus.networks, 10.0.0.0/33",
        "db.url, jdbc:mysql://localhost/seedbed",
        "admin.token, short"
    })
    @DisplayName("an unknown key or a malformed value is named")
    void badSetting(String key, String value) throws Exception {
        assertRefused(Map.of(key, value), key);
    }

    @Test
    @DisplayName("a configuration file that is missing is named")
    void missingFile() throws Exception {
        Path directory = bench.directory("missing");

        assertRefused(directory, "no-such.properties", "no-such.properties");
    }

    @Test
    @DisplayName("a data directory that is a file is named")
    void dataDirectoryIsAFile() throws Exception {
        Path file = Files.writeString(bench.path("a-file"), "");

        assertRefused(Map.of("data.dir", file.toString()), "data.dir = \"" + file);
    }

    @Test
    @DisplayName("a port that another program listens on is named")
    void portIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            String data = bench.path("data-of-second").toString();

            assertRefused(Map.of("http.port", port, "data.dir", data, "db.url", DATABASE), "http.port = \"" + port);
        }
    }

    private void assertRefused(Map<String, String> settings, String named) throws Exception {
        Path directory = bench.directory("run-" + runs++);
        Path file = SeedbedProcess.configuration(directory, settings);
        assertRefused(directory, file.toString(), named);
    }

    private static void assertRefused(Path directory, String file, String named) throws Exception {
        Program run = Program.run("seedbed", directory, SeedbedProcess.java("--config", file, "serve"), PATIENCE);

        assertThat(run.exitCode(Duration.ZERO)).as(run.output()).isEqualTo(2);
        assertThat(run.output().lines().filter(line -> !line.matches(LOG_LINE)))
                .singleElement()
                .asString()
                .startsWith("seedbed: ")
                .contains(named);
    }
}
