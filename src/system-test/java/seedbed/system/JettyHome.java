package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jetty's own distribution, with a base of its own. */
final class JettyHome implements Container {

    private static final Path SHIPPED = Path.of("conf/jetty").toAbsolutePath();

    @Override
    public Program start(Path directory, int port, String context, Path configuration) throws Exception {
        Files.createDirectories(directory.resolve("webapps"));
        Files.createDirectories(directory.resolve("start.d"));
        Files.writeString(
                directory.resolve("start.d/seedbed.ini"),
                Files.readString(SHIPPED.resolve("seedbed.ini"))
                        .replace("jetty.http.port=8080", "jetty.http.port=" + port));
        Files.writeString(
                directory.resolve("webapps/seedbed.xml"),
                Container.filledIn(Files.readString(SHIPPED.resolve("seedbed.xml")), configuration)
                        .replace(">/</Set>", ">" + (context.isEmpty() ? "/" : context) + "</Set>"));
        return Program.start(
                "jetty",
                directory,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-jar",
                        Path.of(System.getProperty("test.jetty.home"), "start.jar")
                                .toString(),
                        "jetty.base=" + directory));
    }
}
