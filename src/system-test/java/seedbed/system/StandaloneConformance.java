package seedbed.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** The executable WAR as it is shipped, with a PostgreSQL and its roles of least privilege. */
abstract class StandaloneConformance extends MirrorConformance {

    private Deployment mirror;

    /** The Java that runs it. */
    Path java() throws Exception {
        return Jdk.ofTheTests();
    }

    @BeforeAll
    final void serve() throws Exception {
        Path home = bench.directory("mirror");
        Map<String, String> settings =
                new HashMap<>(PostgresServer.create(bench).start().rolesSettings());
        settings.putAll(Map.of(
                "http.port",
                "0",
                "data.dir",
                home.resolve("var").toString(),
                "content.dir",
                bench.directory("content").toString(),
                "admin.token",
                RunningMirror.TOKEN,
                "proxy.trusted",
                "127.0.0.1",
                "campus.seedboxes",
                "192.0.2.0/28"));
        SeedbedProcess process = bench.add(SeedbedProcess.serve(home, settings, Jdk.insteadOfTheTests(java())));
        mirror = new DirectDeployment(process.port(), "");
    }

    @Override
    final Deployment deployed() {
        return mirror;
    }
}
