package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.system.Measured.Estimate;

/** A mirror on a host of its own: {@code serve}, lighttpd and rsyncd with the configurations that we ship. */
final class CampusMirror {

    static final String NAME = "mirror.campus.example";
    /** Of its addresses. */
    static final int NUMBER = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Three times what announces wait for to be written. */
    private static final Duration LEDGER_SETTLES = Duration.ofSeconds(6);

    private static final Pattern IMPORTED = Pattern.compile("\"imported_bytes\":\\{\"lower\":(\\d+),\"upper\":(\\d+)}");
    private static final Path SHIPPED = Path.of("conf").toAbsolutePath();

    private final Workbench bench;
    private final Host host;
    private final Map<String, String> settings = new HashMap<>();
    private final Path home;
    private final Path content;
    private final Path publishDir;
    private final Path socket;

    private @Nullable SeedbedProcess process;

    private CampusMirror(Workbench bench, Host host, Path home) {
        this.bench = bench;
        this.host = host;
        this.home = home;
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
        // Clients come back while a test can wait.
        return start(bench, host, networks, seedBoxes, Map.of("tracker.interval", "4s", "tracker.min-interval", "2s"));
    }

    /** The same, with these settings as well. */
    static CampusMirror start(Workbench bench, Host host, String networks, String seedBoxes, Map<String, String> more)
            throws Exception {
        Path home = bench.directory("mirror-home");
        CampusMirror mirror = new CampusMirror(bench, host, home);
        Files.createDirectory(mirror.content);
        mirror.settings.putAll(Map.of(
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
                seedBoxes));
        mirror.serve(more);
        mirror.startLighttpd();
        mirror.startRsync(networks);
        return mirror;
    }

    private void serve(Map<String, String> more) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        process = bench.add(SeedbedProcess.serve(home, all, host::command));
    }

    /** Stops the tracker and starts it with other settings beside those that every mirror has. */
    void restart(Map<String, String> more) throws Exception {
        Objects.requireNonNull(process).stopWithin();
        serve(more);
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

    /** A torrent as readers of the site get it. */
    Path published(String name) throws IOException {
        return publishDir.resolve("current/webroot/" + name + ".torrent").toRealPath();
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

    /** What the ledger says came in over the link for a torrent, once nothing has been added for a while. */
    Estimate settledLedger(Payload payload) throws Exception {
        AtomicReference<String> last = new AtomicReference<>("");
        AtomicLong since = new AtomicLong();
        Eventually.within(PATIENCE, () -> {
            String answer = Http.over(socket)
                    .get("/savings.json?days=2&torrent=" + payload.infoHash())
                    .text();
            if (!answer.equals(last.getAndSet(answer))) {
                since.set(System.nanoTime());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since.get())).isGreaterThan(LEDGER_SETTLES);
        });
        Matcher imported = IMPORTED.matcher(last.get());
        assertThat(imported.find()).as(last.get()).isTrue();
        return new Estimate(Long.parseLong(imported.group(1)), Long.parseLong(imported.group(2)));
    }
}
