package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A mirror in a container, with a PostgreSQL and its roles of least privilege.
 *
 * @param publishDir where its releases are
 */
record ContainerMirror(int port, String context, Path publishDir) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** @param context path, empty at the root */
    static ContainerMirror start(Workbench bench, Container container, String context) throws Exception {
        Path home = bench.directory("mirror");
        Map<String, String> settings = MirrorConformance.settings(bench, home);
        Path configuration = SeedbedProcess.configuration(home, settings);
        int port = Workbench.freePort();
        Program program = bench.add(container.start(bench.directory("container"), port, context, configuration));
        Eventually.within(PATIENCE, () -> {
            program.mustRun();
            assertThat(Http.to(port).get(context + "/readyz").status()).isEqualTo(200);
        });
        return new ContainerMirror(port, context, home.resolve("var/publish"));
    }

    /** Asked without a front server. */
    Deployment direct() {
        return new DirectDeployment(port, context);
    }
}
