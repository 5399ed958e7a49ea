package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.store.DatabaseAddress;
import seedbed.store.TestDatabase;

/** The admin of a mirror whose database went away. */
final class AdminWithoutDatabaseIT {

    @TempDir
    private static Path folder;

    private static RunningMirror mirror;
    private static AdminClient client;
    private static String hook;

    @BeforeAll
    static void start() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        mirror = new RunningMirror(folder, database, Map.of());
        client = new AdminClient(mirror);
        Files.writeString(mirror.content().resolve("hello.txt"), "# Hello");
        hook = "Authorization: Bearer " + client.token("hook", "regenerate");
        assertThat(mirror.http().send("GET", "/admin/runs", hook).status()).isEqualTo(200);
        TestDatabase.shut(database);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Test
    void theOperatorsTokenAndThoseThatWereKnownStillOpen() {
        assertThat(client.admin("GET", "/admin/runs").status()).isEqualTo(200);
        assertThat(mirror.http().send("GET", "/admin/runs", hook).status()).isEqualTo(200);
        assertThat(mirror.http()
                        .send("GET", "/admin/runs", "Authorization: Bearer unknown")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRegenerationEndsWithAReportThatSaysWhy() {
        RawHttp.Answer answer = client.admin("POST", "/admin/regenerate?wait=true");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(AdminClient.json(answer)
                        .get("problems")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("whitelist", "cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/whitelist", "/admin/tokens", "/admin/audit"})
    void whatIsInTheDatabaseIsNotAvailableNow(String path) {
        RawHttp.Answer answer = client.admin("GET", path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("{\"error\":\"the database is out of reach\"}\n");
    }

    @Test
    void aBrowserCanLogInAndSeesThatTheDatabaseIsAway() {
        String cookie = client.logIn(RunningMirror.TOKEN).cookie();

        Ready.until(() -> client.page("/admin/", cookie).text().contains("The database is out of reach."));
        JsonNode overview = AdminClient.json(client.admin("GET", "/admin/"));
        assertThat(overview.get("database").get("reachable").asBoolean()).isFalse();
        assertThat(overview.get("tracker").get("ready").asBoolean()).isTrue();
    }
}
