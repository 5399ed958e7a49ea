package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A mirror on a host of its own: {@code serve}, lighttpd and rsyncd with the configurations that we ship. */
final class CampusMirror {

    static final String NAME = "mirror.campus.example";
    /** Of its addresses. */
    static final int NUMBER = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SHIPPED = Path.of("conf").toAbsolutePath();

    private final Host host;
    private final Path content;
    private final Path publishDir;
    private final Path socket;

    private CampusMirror(Host host, Path home) {
        this.host = host;
        this.content = home.resolve("content");
        this.publishDir = home.resolve("var/publish");
        this.socket = home.resolve("http.socket");
    }

    /**
     * Starts it.
     *
     * @param networks the campus
     * @param seedBoxes addresses of the official ones
     */
    static CampusMirror start(Workbench bench, Host host, String networks, String seedBoxes) throws Exception {
        Path home = bench.directory("mirror-home");
        CampusMirror mirror = new CampusMirror(host, home);
        Files.createDirectory(mirror.content);
        Map<String, String> settings = Map.of(
                "http.port",
                "0",
                "http.socket",
                mirror.socket.toString(),
                "data.dir",
                home.resolve("var").toString(),
                "content.dir",
                mirror.content.toString(),
                "site.url",
                "http://" + NAME,
                "admin.token",
                RunningMirror.TOKEN,
                "campus.networks",
                networks,
                "campus.seedboxes",
                seedBoxes,
                // Clients come back while a test can wait.
                "tracker.interval",
                "4s",
                "tracker.min-interval",
                "2s");
        bench.add(SeedbedProcess.serve(home, settings, host::command));
        mirror.startLighttpd();
        mirror.startRsync(networks);
        return mirror;
    }

    private void startLighttpd() throws Exception {
        host.run("cp", SHIPPED.resolve("lighttpd/seedbed.conf").toString(), "/etc/seedbed-lighttpd.conf");
        host.write("/etc/lighttpd.conf", Lighttpd.leastConfiguration() + """
                server.port = 80
                $SERVER["socket"] == "[::]:80" { }
                var.seedbed_publish = "%s"
                var.seedbed_backend = ( "socket" => "%s" )
                include "/etc/seedbed-lighttpd.conf"
                """.formatted(publishDir, socket));
        host.start("lighttpd", List.of("/usr/sbin/lighttpd", "-D", "-f", "/etc/lighttpd.conf"));
        Eventually.within(PATIENCE, () -> host.run("curl", "--silent", "--fail", "http://127.0.0.1/healthz"));
    }

    private void startRsync(String networks) throws Exception {
        String configuration = Files.readString(SHIPPED.resolve("rsyncd/rsyncd.conf"))
                .replace("/var/lib/seedbed/publish", publishDir.toString())
                .replaceFirst("(?m)^hosts allow = .*$", "hosts allow = 127.0.0.1 " + networks);
        host.write("/etc/rsyncd.conf", configuration);
        host.start("rsyncd", List.of("rsync", "--daemon", "--no-detach", "--log-file=/dev/stdout"));
        Eventually.within(PATIENCE, () -> host.run("rsync", "rsync://127.0.0.1/"));
    }

    /** Where authors put what is to be published. */
    Path content() {
        return content;
    }

    /** The folder of the current release that seed boxes of the campus pull. */
    Path exported() throws IOException {
        return publishDir.resolve("current/rsync").toRealPath();
    }

    /** Publishes; something must have changed. */
    void publish() throws Exception {
        HttpAnswer answer = Http.over(socket)
                .with("Authorization", "Bearer " + RunningMirror.TOKEN)
                .send("POST", "/admin/regenerate?wait=true");
        assertThat(answer.text()).contains("\"succeeded\"");
    }

    /** The size of a swarm, as the site shows it. */
    void mustCount(Payload payload, String counts) throws IOException {
        assertThat(Http.over(socket).get("/swarms.json").text()).contains("\"" + payload.infoHash() + "\":{" + counts);
    }
}
