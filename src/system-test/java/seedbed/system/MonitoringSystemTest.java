package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is shipped for watching a mirror, held against a running one with Debian's Prometheus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class MonitoringSystemTest {

    private static final Pattern METRIC = Pattern.compile("\\b(seedbed|jvm|process)_[a-z_]+");

    @RegisterExtension
    final Workbench bench = new Workbench();

    private SampleMirror mirror;
    private Prometheus prometheus;

    @BeforeAll
    void watchAMirror() throws Exception {
        mirror = SampleMirror.start(bench);
        prometheus = bench.add(Prometheus.watching(
                bench.directory("prometheus"), mirror.running().process().port()));
    }

    private String metrics() throws IOException {
        return Http.to(mirror.running().process().port()).get("/metrics").text();
    }

    @Test
    @DisplayName("promtool finds no fault with the metrics of a running mirror")
    void metricsAreWellFormed() throws Exception {
        Path directory = bench.directory("check-metrics");
        Files.writeString(directory.resolve("metrics"), metrics());

        assertThat(Prometheus.promtool(directory, "check metrics <metrics")).isEmpty();
    }

    @Test
    @DisplayName("promtool finds no fault with the alerts, and each of them fires when it should")
    void alertsFire() throws Exception {
        Path directory = bench.directory("check-rules");
        Path tests = Path.of("src/system-test/monitoring/alerts-test.yml").toAbsolutePath();

        assertThat(Prometheus.promtool(directory, "check rules " + Prometheus.shipped("alerts.yml")))
                .contains("SUCCESS");
        assertThat(Prometheus.promtool(directory, "test rules " + tests))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @Test
    @DisplayName("every metric that an alert or a panel names is there")
    void namedMetricsExist() throws Exception {
        Set<String> there = names(metrics());

        assertThat(there).containsAll(names(Files.readString(Prometheus.shipped("alerts.yml"))));
        assertThat(there).containsAll(names(Files.readString(Prometheus.shipped("grafana-dashboard.json"))));
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("Prometheus reads the mirror, evaluates the alerts and can draw every panel")
    void panelsShowSomething() throws Exception {
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(prometheus.query("seedbed_build_info").size()).isEqualTo(1));

        assertThat(prometheus.query("up").at("/0/value/1").asText()).isEqualTo("1");
        for (String expression : panels()) {
            // Rates of results that never came are left out of a panel, and need two readings in any case.
            prometheus.query(expression);
        }
        assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}").size()).isZero();
    }

    private static List<String> panels() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Prometheus.shipped("grafana-dashboard.json").toFile());
        List<String> expressions = new ArrayList<>();
        dashboard
                .findValues("expr")
                .forEach(expression -> expressions.add(
                        expression.asText().replace("$instance", ".*").replace("$__rate_interval", "1m")));
        assertThat(expressions).hasSizeGreaterThan(20);
        return expressions;
    }

    @Test
    @DisplayName("a peer is counted by network and state, and an announce by its result and its time")
    void countsFollowAnnounces() throws Exception {
        mirror.running().list("0123456789abcdef0123456789abcdef01234567");
        String announce = "/announce?info_hash=%01%23%45%67%89%ab%cd%ef%01%23%45%67%89%ab%cd%ef%01%23%45%67"
                + "&peer_id=-XX0001-abcdefghijkl&port=6881&uploaded=0&downloaded=0&left=0";
        Http http = Http.to(mirror.running().process().port());
        http.get(announce);
        http.from(SampleMirror.SEED_BOX).get(announce.replace("abcdefghijkl", "abcdefghijkm"));
        http.get("/announce");

        assertThat(metrics())
                .contains("seedbed_peers{network=\"campus\",state=\"seed\"} 1.0")
                .contains("seedbed_peers{network=\"seed_box\",state=\"seed\"} 1.0")
                .contains("seedbed_announces_total{result=\"answered\"} 2.0")
                .contains("seedbed_announces_total{result=\"info_hash\"} 1.0")
                .contains("seedbed_announce_duration_seconds_count 3")
                .contains("seedbed_swarms 1.0")
                .contains("seedbed_runs_total{outcome=\"succeeded\"} 2.0");
    }
}
