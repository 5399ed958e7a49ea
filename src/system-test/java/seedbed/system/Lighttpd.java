package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** lighttpd with the configuration that we ship for it. */
final class Lighttpd implements AutoCloseable {

    private static final Path SHIPPED = Path.of("conf/lighttpd/seedbed.conf").toAbsolutePath();

    private final Path directory;
    private final Program program;
    private final int port;

    private Lighttpd(Path directory, Program program, int port) {
        this.directory = directory;
        this.program = program;
        this.port = port;
    }

    /**
     * Starts it in front of a mirror.
     *
     * @param before the lines that stand before our include, besides the port
     */
    static Lighttpd start(Path directory, int port, String before, Path publishDir, Path socket) throws Exception {
        return start(directory, port, before, publishDir, socket, "");
    }

    /**
     * The same.
     *
     * @param after the lines that stand behind our include
     */
    static Lighttpd start(Path directory, int port, String before, Path publishDir, Path socket, String after)
            throws Exception {
        Path copy = Files.copy(SHIPPED, directory.resolve("seedbed.conf"));
        String whole = before + """

                server.port = %1$d
                server.bind = "127.0.0.1"
                $SERVER["socket"] == "[::1]:%1$d" { }
                var.seedbed_publish = "%2$s"
                var.seedbed_socket = "%3$s"
                include "%4$s"
                """.formatted(port, publishDir, socket, copy) + after;
        Path file = Files.writeString(directory.resolve("lighttpd.conf"), whole);
        Program program =
                Program.start("lighttpd", directory, List.of("/usr/sbin/lighttpd", "-D", "-f", file.toString()));
        Eventually.within(Duration.ofSeconds(20), () -> {
            program.mustRun();
            assertThat(Http.to(port).get("/").status()).isPositive();
        });
        return new Lighttpd(directory, program, port);
    }

    /** The least that our include needs to stand behind. */
    static String leastConfiguration() {
        return Account.canChange() ? "server.username = \"www-data\"\nserver.groupname = \"www-data\"\n" : "";
    }

    /** Debian's own lighttpd.conf, its files and the port moved to where a test may have them. */
    static String debiansConfiguration(Path directory) throws IOException {
        return Files.readString(Path.of("/etc/lighttpd/lighttpd.conf"))
                .replaceAll("(?m)^server\\.port.*$", "")
                .replaceAll("(?m)^include_shell .*use-ipv6.*$", "")
                .replaceAll("(?m)^server\\.(username|groupname).*$", "")
                .replace(
                        "/var/log/lighttpd/error.log",
                        directory.resolve("error.log").toString())
                .replace("/run/lighttpd.pid", directory.resolve("lighttpd.pid").toString())
                .replace("/var/cache/lighttpd/uploads", directory.toString());
    }

    int port() {
        return port;
    }

    /** Everything it wrote since its start. */
    String log() throws IOException {
        Path errors = directory.resolve("error.log");
        return program.output() + (Files.exists(errors) ? Files.readString(errors) : "");
    }

    @Override
    public void close() {
        program.close();
    }
}
