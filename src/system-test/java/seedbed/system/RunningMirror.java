package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A whole mirror as an operator sets it up: PostgreSQL, {@code serve} on a Unix socket, lighttpd in front of it. */
final class RunningMirror {

    static final String TOKEN = "a-token-for-the-system-tests";

    private final Path publishDir;
    private final Path socket;
    private final SeedbedProcess process;
    private final Lighttpd lighttpd;

    private RunningMirror(Path publishDir, Path socket, SeedbedProcess process, Lighttpd lighttpd) {
        this.publishDir = publishDir;
        this.socket = socket;
        this.process = process;
        this.lighttpd = lighttpd;
    }

    /**
     * Starts everything.
     *
     * @param content what the mirror publishes: {@code content.dir} or {@code content.git}
     */
    static RunningMirror start(Workbench bench, Map<String, String> content) throws Exception {
        return start(bench, content, Loopback.IPV4, "");
    }

    /**
     * Starts everything.
     *
     * @param content and other settings
     * @param at the address in the announce URL
     * @param beforeInclude what stands in lighttpd's configuration before our include
     */
    static RunningMirror start(Workbench bench, Map<String, String> content, Loopback at, String beforeInclude)
            throws Exception {
        PostgresServer postgres = PostgresServer.create(bench).start();
        Path home = bench.directory("mirror");
        Path socket = home.resolve("http.socket");
        int port = Workbench.freePort();
        Map<String, String> settings = new HashMap<>(content);
        settings.putAll(postgres.settings());
        settings.putAll(Map.of(
                "http.port",
                "0",
                "http.socket",
                socket.toString(),
                "data.dir",
                home.resolve("var").toString(),
                "site.url",
                "http://127.0.0.1:" + port,
                "tracker.announce",
                "http://" + at.inUrl() + ":" + port + "/announce",
                "admin.token",
                TOKEN));
        SeedbedProcess process = bench.add(SeedbedProcess.serve(home, settings));
        Path publishDir = home.resolve("var/publish");
        String before = Lighttpd.leastConfiguration() + beforeInclude;
        Lighttpd lighttpd = bench.add(Lighttpd.start(bench.directory("lighttpd"), port, before, publishDir, socket));
        return new RunningMirror(publishDir, socket, process, lighttpd);
    }

    /** As the world sees it: through lighttpd. */
    Http front() {
        return Http.to(lighttpd.port());
    }

    Http admin() {
        return front().with("Authorization", "Bearer " + TOKEN);
    }

    /** Past lighttpd, over the socket. */
    Http behind() {
        return Http.over(socket);
    }

    Path publishDir() {
        return publishDir;
    }

    Path socket() {
        return socket;
    }

    SeedbedProcess process() {
        return process;
    }

    Lighttpd lighttpd() {
        return lighttpd;
    }

    /** Publishes, and says what came of it: {@code succeeded} or {@code unchanged}. */
    HttpAnswer publish() throws Exception {
        HttpAnswer answer = admin().send("POST", "/admin/regenerate?wait=true");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    /** The size of every swarm, as the site shows it. */
    String swarms() throws IOException {
        return front().get("/swarms.json").text();
    }

    /** Lists a torrent by hand; it may be listed already. */
    void list(String infoHash) throws Exception {
        assertThat(admin().send("PUT", "/admin/whitelist/" + infoHash).status()).isIn(200, 201);
    }
}
