package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.swarm.TrackerConformance;
import seedbed.swarm.TrackerUnderTest;

/** What clients, visitors and programs may rely on wherever a mirror is deployed; a subclass says where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class MirrorConformance extends TrackerConformance {

    /** What would tell of the software and its inside. */
    private static final String[] INSIDE = {"\tat ", "Exception", "seedbed.web", "org.eclipse", "org.apache", "Tomcat/"
    };

    @RegisterExtension
    final Workbench bench = new Workbench();

    abstract Deployment deployed();

    /**
     * What the suite expects of a mirror, which has a PostgreSQL and its roles of least privilege.
     *
     * @param home the directory of its data
     */
    static Map<String, String> settings(Workbench bench, Path home) throws Exception {
        Map<String, String> settings =
                new HashMap<>(PostgresServer.create(bench).start().rolesSettings());
        settings.put("data.dir", home.resolve("var").toString());
        settings.put("content.dir", bench.directory("content").toString());
        settings.put("admin.token", RunningMirror.TOKEN);
        settings.put("proxy.trusted", "127.0.0.1");
        settings.put("campus.seedboxes", "192.0.2.0/28");
        return settings;
    }

    @Override
    protected final TrackerUnderTest tracker() {
        return new DeployedTracker(deployed());
    }

    final HttpAnswer get(String path) throws Exception {
        return deployed().http().get(deployed().context() + path);
    }

    @Nested
    @DisplayName("besides the tracker")
    final class Besides {

        @ParameterizedTest
        @CsvSource({
            "/healthz, application/json, true",
            "/readyz, application/json, true",
            "/savings.json?days=2, application/json, provided_bytes",
            "/savings.csv, text/csv, date",
        })
        void isThereForEverybody(String path, String type, String word) throws Exception {
            HttpAnswer answer = get(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElse("")).startsWith(type);
            assertThat(answer.text()).contains(word);
        }

        @Test
        void swarmsAreCounted() throws Exception {
            String listed = tracker().newTorrent().hex();

            assertThat(get("/swarms.json").text())
                    .contains('"' + listed + "\":{\"seeds\":0,\"leechers\":0,\"completed\":0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/admin/runs", "/admin/whitelist", "/admin/tokens", "/admin/nothing"})
        void adminAsksForTheToken(String path) throws Exception {
            HttpAnswer answer = get(path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).startsWith("{\"error\":");
        }

        @ParameterizedTest
        @CsvSource({"DELETE, /admin/regenerate, POST", "POST, /admin/runs, GET", "PUT, /swarms.json, GET"})
        void anotherMethodIsRefusedWithThoseThatAreNot(String method, String path, String allowed) throws Exception {
            HttpAnswer answer = deployed().admin().send(method, deployed().context() + path);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow").orElse("")).contains(allowed);
        }

        @Test
        void aPublicationIsFollowedWhereItsLocationSays() throws Exception {
            HttpAnswer started = deployed().admin().send("POST", deployed().context() + "/admin/regenerate");

            assertThat(started.status()).isEqualTo(202);
            String location = started.header("Location").orElseThrow();
            assertThat(location).startsWith(deployed().context() + "/admin/runs/");
            assertThat(deployed().admin().get(location).status()).isEqualTo(200);
        }

        @Test
        void aSessionBelongsToTheConsoleAlone() throws Exception {
            HttpAnswer loggedIn = deployed()
                    .onBehalfOf("127.0.0.1")
                    .with("Accept", "text/html")
                    .post(deployed().context() + "/admin/login", "token=" + RunningMirror.TOKEN);

            assertThat(loggedIn.status()).isEqualTo(303);
            assertThat(loggedIn.header("Location").orElseThrow())
                    .startsWith(deployed().context() + "/admin");
            assertThat(loggedIn.header("Set-Cookie").orElseThrow())
                    .contains("; Path=" + deployed().context() + "/admin; HttpOnly; SameSite=Strict");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/nothing-here",
                    "/seedbed/launch/Main.class",
                    "/WEB-INF/web.xml",
                    "/web-inf/web.xml",
                    "/META-INF/MANIFEST.MF",
                    "/..%2fWEB-INF/web.xml",
                    "/%2e%2e/manifest",
                    "/admin/../WEB-INF/web.xml",
                    "/;x/WEB-INF/web.xml",
                    "/admin/runs/%00",
                    "/%zz",
                })
        void nothingOfTheInsideIsShown(String path) throws Exception {
            HttpAnswer answer = get(path);

            assertThat(answer.status()).isIn(400, 401, 403, 404);
            assertThat(answer.toString()).doesNotContain(INSIDE);
        }
    }
}
