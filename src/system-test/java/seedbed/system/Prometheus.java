package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Debian's Prometheus with the configuration and the alerts that we ship, and its {@code promtool}. */
final class Prometheus implements AutoCloseable {

    private static final Path SHIPPED = Path.of("conf/monitoring").toAbsolutePath();

    private final Program program;
    private final Http http;

    private Prometheus(Program program, int port) {
        this.program = program;
        this.http = Http.to(port);
    }

    /** Watches a mirror, four times a second. */
    static Prometheus watching(Path directory, int mirror) throws Exception {
        int port = Workbench.freePort();
        String configuration = Files.readString(SHIPPED.resolve("prometheus.yml"))
                .replace(
                        "/etc/prometheus/seedbed-alerts.yml",
                        SHIPPED.resolve("alerts.yml").toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + mirror)
                .replace("_interval: 15s", "_interval: 250ms");
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        Program program = Program.start(
                "prometheus",
                directory,
                List.of(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port));
        Prometheus prometheus = new Prometheus(program, port);
        Eventually.within(Duration.ofSeconds(30), () -> {
            program.mustRun();
            assertThat(prometheus.http.get("/-/ready").status()).isEqualTo(200);
        });
        return prometheus;
    }

    /** Runs {@code promtool}, which must be content; from a directory, with what it is given to read. */
    static String promtool(Path directory, String arguments) throws Exception {
        return Program.output("promtool", directory, List.of("sh", "-c", "promtool " + arguments));
    }

    static Path shipped(String file) {
        return SHIPPED.resolve(file);
    }

    /** What an expression is now: the list of its values. */
    JsonNode query(String expression) throws IOException {
        HttpAnswer answer = http.get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(expression + ": " + answer).isEqualTo(200);
        return new ObjectMapper().readTree(answer.bytes()).at("/data/result");
    }

    @Override
    public void close() {
        program.close();
    }
}
