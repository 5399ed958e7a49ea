package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
        Map<String, String> settings =
                new HashMap<>(PostgresServer.create(bench).start().rolesSettings());
        settings.putAll(Map.of(
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
