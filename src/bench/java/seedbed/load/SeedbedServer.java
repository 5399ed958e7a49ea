package seedbed.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This tracker as it is shipped, with a database of its own and the swarms of a population listed. */
final class SeedbedServer implements Closeable {

    private static final Pattern USED = Pattern.compile("(?:heap|generation)\\s+total \\d+K, used (\\d+)K");

    private static final String SOCKET = "socket";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path directory;
    private final int port;
    private final List<String> command;
    private final String someListed;
    private Program program;

    private SeedbedServer(Path directory, int port, List<String> command, String someListed) throws IOException {
        this.directory = directory;
        this.port = port;
        this.command = List.copyOf(command);
        this.someListed = someListed;
        this.program = Program.start("seedbed", directory, command);
    }

    static SeedbedServer start(
            Path directory, List<String> java, PostgresServer postgres, String database, Population population)
            throws Exception {
        int port = Workplace.freePort();
        Path file =
                configuration(directory, port, postgres.createDatabase(database).url(database));
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", System.getProperty("bench.war"), "--config", file.toString(), "serve"));
        String last = population.hashes().get(population.hashes().size() - 1);
        SeedbedServer server = new SeedbedServer(directory, port, command, last);
        server.awaitReady();
        list(postgres, database, population);
        server.awaitAnswers();
        return server;
    }

    private void awaitReady() throws Exception {
        Patience.until("Seedbed is ready", PATIENCE, () -> answer("readyz").contains("true"));
    }

    private void awaitAnswers() throws Exception {
        String stopped = "announce?info_hash=" + someListed.replaceAll("..", "%$0")
                + "&peer_id=-LT20B0-000000000000&port=1&event=stopped";
        Patience.until(
                "Seedbed serves what was listed",
                PATIENCE,
                () -> answer(stopped).contains("8:complete"));
    }

    /** Stops it, and starts it again with what the database has; the seconds until it answers announces. */
    double restart() throws Exception {
        program.close();
        long before = System.nanoTime();
        program = Program.start("seedbed-again", directory, command);
        awaitAnswers();
        return (System.nanoTime() - before) / 1e9;
    }

    private static Path configuration(Path directory, int port, String url) throws IOException {
        return Workplace.configuration(
                directory,
                Map.of(
                        "http.port",
                        Integer.toString(port),
                        "http.socket",
                        directory.resolve(SOCKET).toString(),
                        "data.dir",
                        directory.toString(),
                        "db.url",
                        url,
                        "db.user",
                        PostgresServer.USER,
                        "db.password",
                        PostgresServer.PASSWORD,
                        "proxy.trusted",
                        "127.0.0.1",
                        "campus.networks",
                        "10.0.0.0/8"));
    }

    private static void list(PostgresServer postgres, String database, Population population) throws Exception {
        postgres.execute(
                database,
                "INSERT INTO whitelist (info_hash, origin, path, name) SELECT decode(hash, 'hex'), 'manual', '', 'load'"
                        + " FROM unnest(string_to_array('" + String.join(",", population.hashes()) + "', ',')) hash");
    }

    private String answer(String pathAndQuery) throws Exception {
        program.mustRun();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + '/' + pathAndQuery))
                .header("X-Forwarded-For", "10.255.255.255")
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                    .body();
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Where it listens besides its port. */
    Path socket() {
        return directory.resolve(SOCKET);
    }

    Path directory() {
        return directory;
    }

    /** Bytes of heap that hold something, after a full collection. */
    long liveBytes() throws Exception {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes * 1024;
    }

    private String jcmd(String order) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Program.output("jcmd", directory, List.of(jcmd, Long.toString(program.pid()), order));
    }

    Program program() {
        return program;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
