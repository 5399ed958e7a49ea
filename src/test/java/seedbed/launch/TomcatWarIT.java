package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.startup.Tomcat;
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

@DisplayName("the WAR in Tomcat 10.1")
final class TomcatWarIT extends TrackerConformance {

    @TempDir
    private static Path folder;

    private static Tomcat tomcat;
    private static RawHttp http;

    @BeforeAll
    static void deploy() throws Exception {
        tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createDirectories(folder.resolve("tomcat")).toString());
        Files.createDirectories(folder.resolve("tomcat/webapps"));
        tomcat.setPort(0);
        // An announce may have 8 KiB of query; Tomcat's own limit is 8 KiB for the whole head.
        tomcat.getConnector().setProperty("maxHttpRequestHeaderSize", "16384");
        Context context =
                tomcat.addWebapp("", WarConfiguration.war().toAbsolutePath().toString());
        context.addParameter(
                "seedbed.config",
                WarConfiguration.file(folder, TestDatabase.empty()).toString());
        tomcat.start();
        assertThat(context.getState()).isEqualTo(LifecycleState.STARTED);
        http = new RawHttp("127.0.0.1", tomcat.getConnector().getLocalPort());
        Ready.await(http, "");
    }

    @AfterAll
    static void undeploy() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Override
    protected TrackerUnderTest tracker() {
        return new HttpTracker(http, "", RunningMirror.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seedbed/launch/Main.class", "/WEB-INF/web.xml", "/", "/nothing"})
    void nothingOfTheWarItselfIsServed(String path) {
        assertThat(http.send("GET", path).status()).isEqualTo(404);
    }

    @Test
    void adminNeedsTheToken() {
        assertThat(http.send("GET", "/admin/runs").status()).isEqualTo(401);
    }
}
