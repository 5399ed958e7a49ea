package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A whole mirror as an operator sets it up: PostgreSQL, {@code serve} on a Unix socket, a front server before it. */
final class RunningMirror implements Deployment {

    static final String TOKEN = "a-token-for-the-system-tests";

    private final Path publishDir;
    private final Path socket;
    private final SeedbedProcess process;
    private final FrontServer frontServer;

    private RunningMirror(Path publishDir, Path socket, SeedbedProcess process, FrontServer frontServer) {
        this.publishDir = publishDir;
        this.socket = socket;
        this.process = process;
        this.frontServer = frontServer;
    }

    /**
     * Starts everything.
     *
     * @param content what the mirror publishes: {@code content.dir} or {@code content.git}
     */
    static RunningMirror start(Workbench bench, Map<String, String> content) throws Exception {
        return start(bench, content, Loopback.IPV4);
    }

    /**
     * Starts everything.
     *
     * @param content and other settings
     * @param at the address in the announce URL
     */
    static RunningMirror start(Workbench bench, Map<String, String> content, Loopback at) throws Exception {
        return start(bench, content, at, Lighttpd::behindHaproxy);
    }

    /**
     * Starts everything.
     *
     * @param content and other settings
     * @param at the address in the announce URL
     * @param kind of front server
     */
    static RunningMirror start(Workbench bench, Map<String, String> content, Loopback at, FrontServer.Kind kind)
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
        Path directory = bench.directory("front");
        FrontServer front = bench.add(kind.start(directory, port, publishDir, Backend.socket(socket)));
        return new RunningMirror(publishDir, socket, process, front);
    }

    /** As the world sees it: through the front server. */
    Http front() {
        return Http.to(frontServer.port());
    }

    @Override
    public Http http() {
        return front();
    }

    @Override
    public Http onBehalfOf(String address) {
        return frontServer.onBehalfOf(address);
    }

    @Override
    public String context() {
        return "";
    }

    /** Past the front server, over the socket. */
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

    FrontServer frontServer() {
        return frontServer;
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
