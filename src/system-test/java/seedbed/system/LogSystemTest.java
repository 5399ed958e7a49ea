package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log is what an operator has to act on: one line an event, and none for what clients do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class LogSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final Pattern FOR_PEOPLE = Pattern.compile("(Seedbed ready: .*| {2}.*|)");
    private static final Pattern LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO |WARN |ERROR) \\w+: .+");

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    @DisplayName("start, database, publication, a wrong front server and the end have a line each; announces have none")
    void oneLineAnEvent() throws Exception {
        PostgresServer postgres = PostgresServer.create(bench, "text");
        Path home = bench.directory("text-mirror");
        SeedbedProcess mirror = bench.add(SeedbedProcess.serve(home, settings(postgres, home)));
        says(
                mirror,
                "Mirror: Seedbed ",
                "starts, with jdbc:postgresql:",
                "waiting for the database",
                "serving on http");
        postgres.start();
        says(mirror, "the database is there", "the tracker serves 0 info-hashes");
        postgres.stop();
        says(mirror, "is away, the last whitelist stays in force");
        postgres.start();
        says(mirror, "is back");
        regenerate(mirror);
        says(mirror, "RunDesk: regeneration ", " succeeded: ");

        assertClientsLeaveNoLine(mirror);

        Http.to(mirror.port()).from(7).with("X-Forwarded-For", "192.0.2.1").get("/announce");
        says(mirror, "127.0.0.7 sends X-Forwarded-For but is not in proxy.trusted");
        assertThat(mirror.stop()).isZero();
        says(mirror, "Seedbed stops", "Seedbed has stopped");
        assertThat(mirror.output().lines())
                .allMatch(line ->
                        FOR_PEOPLE.matcher(line).matches() || LINE.matcher(line).matches());
    }

    private static void assertClientsLeaveNoLine(SeedbedProcess mirror) throws Exception {
        Http admin = Http.to(mirror.port()).with("Authorization", "Bearer " + RunningMirror.TOKEN);
        assertThat(admin.send("PUT", "/admin/whitelist/" + HASH).status()).isEqualTo(201);
        String before = mirror.output();

        String announce = "/announce?info_hash=" + HASH.replaceAll("..", "%$0") + "&peer_id=-XX0001-abcdefghijkl";
        for (String query : List.of("&port=7001", "&port=7001&left=0", "&port=x", "&event=stopped&port=7001", "&%%")) {
            assertThat(Http.to(mirror.port()).from(9).get(announce + query).status())
                    .isEqualTo(200);
        }
        Http.to(mirror.port()).get("/scrape");
        Http.to(mirror.port()).get("/admin/");

        assertThat(mirror.output()).isEqualTo(before).doesNotContain("127.0.0.9");
    }

    @Test
    @DisplayName("as JSON, each line is an object with time, level, logger and message")
    void linesOfJson() throws Exception {
        PostgresServer postgres = PostgresServer.create(bench, "json").start();
        Path home = bench.directory("json-mirror");
        SeedbedProcess mirror = bench.add(SeedbedProcess.serve(home, settings(postgres, home), LogSystemTest::asJson));
        regenerate(mirror);
        assertThat(mirror.stop()).isZero();

        List<JsonNode> lines = new ArrayList<>();
        for (String line : mirror.output().lines().toList()) {
            if (!FOR_PEOPLE.matcher(line).matches()) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.fieldNames()).toIterable().contains("timestamp", "level", "loggerName", "formattedMessage");
            assertThat(line.get("timestamp").isNumber()).isTrue();
        });
        assertThat(lines)
                .extracting(line -> line.get("formattedMessage").asText())
                .anyMatch(message -> message.startsWith("regeneration "))
                .endsWith("Seedbed has stopped");
    }

    private static List<String> asJson(List<String> java) {
        List<String> command = new ArrayList<>(java);
        command.add(1, "-Dlogback.configurationFile=logback-json.xml");
        return command;
    }

    private static void regenerate(SeedbedProcess mirror) throws Exception {
        HttpAnswer answer = Http.to(mirror.port())
                .with("Authorization", "Bearer " + RunningMirror.TOKEN)
                .send("POST", "/admin/regenerate?wait=true");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Map<String, String> settings(PostgresServer postgres, Path home) {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("http.port", "0");
        settings.put("data.dir", home.resolve("var").toString());
        settings.put(
                "content.dir", Path.of("src/sample/content").toAbsolutePath().toString());
        settings.put("admin.token", RunningMirror.TOKEN);
        return settings;
    }

    private static void says(SeedbedProcess mirror, String... lines) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(mirror.output()).contains(lines));
    }
}
