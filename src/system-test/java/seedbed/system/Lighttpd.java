package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** lighttpd with the configuration that we ship for it. */
final class Lighttpd implements FrontServer {

    private static final Path SHIPPED = Path.of("conf/lighttpd").toAbsolutePath();
    private static final String BEHIND_HAPROXY = """
            server.modules += ( "mod_extforward" )
            extforward.forwarder = ( "127.0.0.9" => "trust" )
            extforward.hap-PROXY = "enable"
            """;

    private final Path directory;
    private final Program program;
    private final int port;
    private final int tlsPort;

    private Lighttpd(Path directory, Program program, int port, int tlsPort) {
        this.directory = directory;
        this.program = program;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** Starts it behind a HAProxy, as far as the tests play one. */
    static Lighttpd behindHaproxy(Path directory, int port, Path publishDir, Backend backend) throws Exception {
        return start(directory, port, leastConfiguration() + BEHIND_HAPROXY, publishDir, backend);
    }

    /**
     * Starts it in front of a mirror.
     *
     * @param before the lines that stand before our includes, besides the port
     */
    static Lighttpd start(Path directory, int port, String before, Path publishDir, Backend backend) throws Exception {
        return start(directory, port, before, publishDir, List.of(backend), "");
    }

    /**
     * Starts it in front of several nodes of a mirror.
     *
     * @param after the lines that stand behind our includes
     */
    static Lighttpd start(
            Path directory, int port, String before, Path publishDir, List<Backend> backends, String after)
            throws Exception {
        int tlsPort = Workbench.freePort();
        Path include = Files.writeString(directory.resolve("seedbed.conf"), forNodes(backends));
        String whole = before
                + """

                server.port = %1$d
                server.bind = "127.0.0.1"
                $SERVER["socket"] == "[::1]:%1$d" { }
                include "%2$s"
                var.seedbed_publish = "%3$s"
                var.seedbed_backend = %4$s
                include "%5$s"
                """.formatted(
                                port,
                                tls(directory, tlsPort),
                                publishDir,
                                backends.get(0).lighttpd(),
                                include)
                + after;
        Path file = Files.writeString(directory.resolve("lighttpd.conf"), whole);
        Program program =
                Program.start("lighttpd", directory, List.of("/usr/sbin/lighttpd", "-D", "-f", file.toString()));
        FrontServer.awaitAnswer(program, port);
        return new Lighttpd(directory, program, port, tlsPort);
    }

    private static Path tls(Path directory, int port) throws Exception {
        String shipped = Files.readString(SHIPPED.resolve("tls.conf"))
                .replace("0.0.0.0:443", "127.0.0.1:" + port)
                .replace("[::]:443", "[::1]:" + port);
        return Files.writeString(
                directory.resolve("tls.conf"), Certificate.in(directory).in(shipped));
    }

    /** What we ship, with more backends in the one place where there is one. */
    private static String forNodes(List<Backend> backends) throws IOException {
        String shipped = Files.readString(SHIPPED.resolve("seedbed.conf"));
        String backend = "( var.seedbed_backend )";
        assertThat(shipped).containsOnlyOnce(backend);
        String all = backends.stream()
                .skip(1)
                .map(each -> ", " + each.lighttpd())
                .collect(Collectors.joining("", "( var.seedbed_backend", " )"));
        return shipped.replace(backend, all);
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

    @Override
    public int port() {
        return port;
    }

    @Override
    public int tlsPort() {
        return tlsPort;
    }

    @Override
    public Http onBehalfOf(String address) {
        return Http.to(port).onBehalfOf(address);
    }

    @Override
    public String log() throws IOException {
        Path errors = directory.resolve("error.log");
        return program.output() + (Files.exists(errors) ? Files.readString(errors) : "");
    }

    @Override
    public void close() {
        program.close();
    }
}
