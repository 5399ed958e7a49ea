package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Apache with Debian's apache2.conf and the site that we ship for it. */
final class Apache {

    private static final Path SHIPPED = Path.of("conf/apache").toAbsolutePath();
    /** Besides those that Debian enables. */
    private static final List<String> MODULES = List.of(
            "headers.load",
            "proxy.load",
            "proxy_http.load",
            "socache_shmcb.load",
            "ssl.load",
            "ssl.conf",
            "remoteip.load");

    private Apache() {}

    static FrontServer start(Path directory, int port, Path publishDir, Backend backend) throws Exception {
        int tlsPort = Workbench.freePort();
        String site = Certificate.in(directory)
                .in(Files.readString(SHIPPED.resolve("site.conf")))
                .replace("unix:/run/seedbed/http.socket|http://localhost", backend.apache())
                .replace("/var/lib/seedbed/publish", publishDir.toString())
                .replace("/etc/seedbed/apache", SHIPPED.toString())
                .replace("*:80>", "*:" + port + ">")
                .replace("*:443>", "*:" + tlsPort + ">");
        String whole = debiansConfiguration() + """
                Listen 127.0.0.1:%1$d
                Listen [::1]:%1$d
                Listen 127.0.0.1:%2$d
                Listen [::1]:%2$d
                RemoteIPHeader X-Real-IP
                RemoteIPInternalProxy 127.0.0.9
                """.formatted(port, tlsPort) + site;
        Path file = Files.writeString(directory.resolve("apache2.conf"), whole);
        Program program = Program.start("apache2", directory, command(directory, file));
        FrontServer.awaitAnswer(program, port);
        return new RealIpServer(program, port, tlsPort);
    }

    /** Debian's own, without its ports and sites. */
    private static String debiansConfiguration() throws IOException {
        StringBuilder modules = new StringBuilder();
        for (String module : MODULES) {
            modules.append("Include mods-available/").append(module).append('\n');
        }
        return Files.readString(Path.of("/etc/apache2/apache2.conf"))
                        .replace("Include ports.conf", "")
                        .replace("IncludeOptional sites-enabled/*.conf", "")
                        .replace("ErrorLog ${APACHE_LOG_DIR}/error.log", "ErrorLog /dev/stderr")
                + modules;
    }

    /** What Debian's configuration takes from the environment. */
    private static List<String> command(Path directory, Path configuration) {
        return List.of(
                "env",
                "APACHE_RUN_USER=www-data",
                "APACHE_RUN_GROUP=www-data",
                "APACHE_RUN_DIR=" + directory,
                "APACHE_LOCK_DIR=" + directory,
                "APACHE_LOG_DIR=" + directory,
                "APACHE_PID_FILE=" + directory.resolve("apache2.pid"),
                "/usr/sbin/apache2",
                "-f",
                configuration.toString(),
                "-DFOREGROUND");
    }
}
