package seedbed.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import seedbed.config.Settings;
import seedbed.store.DatabaseAddress;
import seedbed.store.TestDatabase;
import seedbed.wiring.Mirror;
import seedbed.wiring.StartedParts;

/** A whole mirror in this JVM, on a free port, with a database and directories of its own. */
final class RunningMirror implements AutoCloseable {

    static final String TOKEN = "a-token-only-for-tests";

    private final Path folder;
    private final Settings settings;
    private final DatabaseAddress database;
    private final StartedParts started = new StartedParts();
    private WebServer web;

    /**
     * @param folder for its data, content and releases
     * @param more settings beside those that a test needs in any case
     */
    RunningMirror(Path folder, DatabaseAddress database, Map<String, String> more) throws Exception {
        this.folder = folder;
        this.database = database;
        Files.createDirectories(content());
        this.settings = Settings.read(Optional.empty(), properties(folder, more), Map.of());
        this.web = start();
    }

    private WebServer start() throws Exception {
        Mirror mirror = started.add(new Mirror(settings, database));
        WebServer listening = started.add(WebServer.behind(started.add(TakenPort.of(settings)), settings, mirror));
        listening.listen();
        mirror.start();
        mirror.awaitReady(Duration.ofSeconds(60));
        return listening;
    }

    /** Stops it in order and starts it again on the same data, on another port. */
    void restart() throws Exception {
        started.close();
        web = start();
    }

    static RunningMirror in(Path folder) throws Exception {
        return new RunningMirror(folder, TestDatabase.empty(), Map.of());
    }

    private static Properties properties(Path folder, Map<String, String> more) throws SQLException, IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port",
                "0",
                "data.dir",
                folder.resolve("data").toString(),
                "content.dir",
                folder.resolve("content").toString(),
                "admin.token",
                TOKEN,
                // Tests speak as clients from everywhere, as if they were the front server.
                "proxy.trusted",
                "127.0.0.1",
                "campus.seedboxes",
                "192.0.2.0/28"));
        all.putAll(more);
        Properties properties = new Properties();
        all.forEach((key, value) -> properties.setProperty("seedbed." + key, value));
        return properties;
    }

    /** Where the authors' tree is. */
    Path content() {
        return folder.resolve("content");
    }

    Path publishDir() {
        return folder.resolve("data/publish");
    }

    RawHttp http() {
        return new RawHttp("127.0.0.1", port());
    }

    int port() {
        return web.port();
    }

    /** A request as an admin. */
    RawHttp.Answer admin(String method, String target) {
        return http().send(method, target, "Authorization: Bearer " + TOKEN);
    }

    HttpTracker tracker() {
        return new HttpTracker(http(), "", TOKEN);
    }

    @Override
    public void close() {
        started.close();
    }
}
