package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.store.TestDatabase;
import seedbed.swarm.TrackerConformance;
import seedbed.swarm.TrackerUnderTest;

@DisplayName("the WAR in Jetty 12, below a context path")
final class JettyWarIT extends TrackerConformance {

    private static final String CONTEXT = "/mirror";

    @TempDir
    private static Path folder;

    private static Server server;
    private static RawHttp http;

    @BeforeAll
    static void deploy() throws Exception {
        server = new Server(0);
        WebAppContext webapp = new WebAppContext(WarConfiguration.war().toString(), CONTEXT);
        webapp.setInitParameter(
                "seedbed.config",
                WarConfiguration.file(folder, TestDatabase.empty()).toString());
        webapp.setThrowUnavailableOnStartupException(true);
        server.setHandler(webapp);
        server.start();
        http = new RawHttp("127.0.0.1", ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        Ready.await(http, CONTEXT);
    }

    @AfterAll
    static void undeploy() throws Exception {
        server.stop();
    }

    @Override
    protected TrackerUnderTest tracker() {
        return new HttpTracker(http, CONTEXT, RunningMirror.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seedbed/launch/Main.class", "/WEB-INF/web.xml", "/", "/nothing"})
    void nothingOfTheWarItselfIsServed(String path) {
        assertThat(http.send("GET", CONTEXT + path).status()).isEqualTo(404);
    }

    @Test
    void adminNeedsTheToken() {
        assertThat(http.send("GET", CONTEXT + "/admin/runs").status()).isEqualTo(401);
    }
}
