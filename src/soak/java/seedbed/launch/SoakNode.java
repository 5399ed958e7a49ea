package seedbed.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@code serve} on the database of the soak, with a temporary folder of its own; it can be restarted. */
final class SoakNode implements AutoCloseable {

    private final Path home;
    private final Path content;
    private final String databaseUrl;
    private final int port;
    private Process process;

    SoakNode(Path home, Path content, String databaseUrl) throws IOException {
        this.home = Files.createDirectories(home);
        Files.createDirectories(temporary());
        this.content = content;
        this.databaseUrl = databaseUrl;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = start();
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(
                        program("java"),
                        "-Xmx128m",
                        "-Djava.io.tmpdir=" + temporary(),
                        "-Dseedbed.http.port=" + port,
                        "-Dseedbed.data.dir=" + home.resolve("var"),
                        "-Dseedbed.content.dir=" + content,
                        "-Dseedbed.db.url=" + databaseUrl,
                        "-Dseedbed.admin.token=" + RunningMirror.TOKEN,
                        "-Dseedbed.proxy.trusted=127.0.0.1",
                        "-jar",
                        WarConfiguration.war().toAbsolutePath().toString(),
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("serve.log").toFile()))
                .start();
        try {
            Ready.until(() -> !started.isAlive() || isReady());
        } catch (AssertionError late) {
            started.destroyForcibly();
            throw new AssertionError(log(), late);
        }
        if (!started.isAlive()) {
            throw new AssertionError(log());
        }
        return started;
    }

    private boolean isReady() {
        try {
            return http().send("GET", "/readyz").status() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private Path temporary() {
        return home.resolve("tmp");
    }

    RawHttp http() {
        return new RawHttp("127.0.0.1", port);
    }

    String log() throws IOException {
        return Files.readString(home.resolve("serve.log"));
    }

    void restart() throws IOException, InterruptedException {
        stop();
        process = start();
    }

    /** What it is after a full collection. */
    Vitals vitals(Duration since) throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(program("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IOException("jcmd GC.run ended with " + collection.exitValue());
        }
        try (Stream<Path> files = Files.walk(temporary())) {
            return Vitals.of(since, http().send("GET", "/metrics").text(), files.count());
        }
    }

    private void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("serve did not end within a minute");
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
