package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with Debian's nginx.conf and the site that we ship for it. */
final class Nginx {

    private static final Path SHIPPED = Path.of("conf/nginx").toAbsolutePath();
    private static final String BEHIND_ANOTHER = """
            set_real_ip_from 127.0.0.9;
            real_ip_header X-Real-IP;
            """;

    private Nginx() {}

    static FrontServer start(Path directory, int port, Path publishDir, Backend backend) throws Exception {
        int tlsPort = Workbench.freePort();
        String site = Certificate.in(directory)
                .in(Files.readString(SHIPPED.resolve("site.conf")))
                .replace("unix:/run/seedbed/http.socket", backend.nginx())
                .replace("/var/lib/seedbed/publish", publishDir.toString())
                .replace("/etc/seedbed/nginx", SHIPPED.toString())
                .replace("listen 80", "listen 127.0.0.1:" + port)
                .replace("listen [::]:80", "listen [::1]:" + port)
                .replace("listen 443", "listen 127.0.0.1:" + tlsPort)
                .replace("listen [::]:443", "listen [::1]:" + tlsPort);
        Path file = Files.writeString(directory.resolve("site.conf"), BEHIND_ANOTHER + site);
        Path whole = Files.writeString(directory.resolve("nginx.conf"), debiansConfiguration(directory, file));
        Program program = Program.start(
                "nginx",
                directory,
                List.of("/usr/sbin/nginx", "-c", whole.toString(), "-e", "stderr", "-g", "daemon off;"));
        FrontServer.awaitAnswer(program, port);
        return new RealIpServer(program, port, tlsPort);
    }

    /** Debian's own nginx.conf with our site alone, and its files moved to where a test may have them. */
    private static String debiansConfiguration(Path directory, Path site) throws IOException {
        return Files.readString(Path.of("/etc/nginx/nginx.conf"))
                .replace("/run/nginx.pid", directory.resolve("nginx.pid").toString())
                .replace("error_log /var/log/nginx/error.log", "error_log stderr")
                .replace("/var/log/nginx/", directory + "/")
                .replace("include /etc/nginx/conf.d/*.conf;", "")
                .replace("/etc/nginx/sites-enabled/*", site.toString());
    }
}
