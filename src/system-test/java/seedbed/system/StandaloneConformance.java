package seedbed.system;

import java.nio.file.Path;
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
        Map<String, String> settings = MirrorConformance.settings(bench, home);
        settings.put("http.port", "0");
        SeedbedProcess process = bench.add(SeedbedProcess.serve(home, settings, Jdk.insteadOfTheTests(java())));
        mirror = new DirectDeployment(process.port(), "");
    }

    @Override
    final Deployment deployed() {
        return mirror;
    }
}
