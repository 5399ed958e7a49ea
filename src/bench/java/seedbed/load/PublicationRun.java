package seedbed.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Publishes ten thousand torrents from git with nothing there yet, and then changes to single texts of them. */
public final class PublicationRun {

    private static final int TORRENTS = 10_000;
    private static final int CHANGES = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final AuthorsTree tree;
    private final String address;
    private final Workplace workplace;
    private final Path configuration;

    private PublicationRun(Workplace workplace) throws Exception {
        this.workplace = workplace;
        directory = workplace.directory("publication");
        tree = new AuthorsTree(Files.createDirectory(directory.resolve("authors")), TORRENTS);
        Progress.say("%,d torrents are in git", TORRENTS);
        PostgresServer postgres = workplace.add(PostgresServer.start(workplace.directory("postgres")));
        int port = Workplace.freePort();
        address = "http://127.0.0.1:" + port;
        configuration =
                configuration(port, postgres.createDatabase("publication").url("publication"));
    }

    private Program start() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String war = System.getProperty("bench.war");
        return workplace.add(Program.start(
                "seedbed",
                directory,
                List.of(java, "-Xmx512m", "-jar", war, "--config", configuration.toString(), "serve")));
    }

    private static void await(Program program, String line) throws Exception {
        Patience.until(line, PATIENCE, () -> {
            program.mustRun();
            return program.output().contains(line);
        });
    }

    /** Writes the report to the file that is named. */
    public static void main(String[] arguments) throws Exception {
        Workplace workplace = new Workplace();
        try {
            String report = new PublicationRun(workplace).run();
            Files.writeString(Path.of(arguments[0]), report);
            System.out.println(report);
        } finally {
            workplace.close();
        }
    }

    private Path configuration(int port, String url) throws IOException {
        return Workplace.configuration(
                directory,
                Map.of(
                        "http.port",
                        Integer.toString(port),
                        "data.dir",
                        directory.resolve("data").toString(),
                        "publish.dir",
                        directory.resolve("publish").toString(),
                        "content.git",
                        tree.bare().toString(),
                        "content.ref",
                        "refs/heads/main",
                        "site.url",
                        address + '/',
                        "db.url",
                        url,
                        "db.user",
                        PostgresServer.USER,
                        "db.password",
                        PostgresServer.PASSWORD));
    }

    private String run() throws Exception {
        Program program = start();
        await(program, " succeeded: " + TORRENTS + " torrents");
        JsonNode runs = JSON.readTree(send("GET", "/admin/runs"));
        JsonNode first = runs.get(runs.size() - 1);
        double cold = seconds(instant(first, "started"), instant(first, "finished"));
        Progress.say("published in %.2f s", cold);
        List<Double> changes = new ArrayList<>();
        for (int number = 0; number < CHANGES; number++) {
            tree.change(number);
            Thread.sleep(PAUSE.toMillis());
            changes.add(change());
        }
        program.close();
        await(start(), TORRENTS + " torrents were read ahead");
        tree.change(CHANGES);
        return report(cold, changes, change());
    }

    private double change() throws Exception {
        Instant before = Instant.now();
        JsonNode run = JSON.readTree(send("POST", "/admin/regenerate?wait=true"));
        double seconds = seconds(before, Instant.now());
        if (!run.get("state").asText().equals("succeeded")) {
            throw new IllegalStateException("a change was not published: " + run);
        }
        Progress.say("a change in %.2f s", seconds);
        return seconds;
    }

    private String send(String method, String path) throws Exception {
        String token = Files.readString(directory.resolve("data/admin-token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Instant instant(JsonNode run, String name) {
        return Instant.parse(run.get(name).asText());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static String report(double cold, List<Double> changes, double restarted) {
        double slowest = changes.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return String.format(
                        Locale.ROOT,
                        """
                ## Publication of %,d torrents

                From a packed git repository, in a process with 512 MB of heap. Changes of one text each, one after the
                other in the same process: %s s.

                | | reach | here | |
                |---|--:|--:|---|
                """,
                        TORRENTS,
                        changes.stream()
                                .map(each -> String.format(Locale.ROOT, "%.2f", each))
                                .collect(Collectors.joining(", ")))
                + Reach.atMost("seconds, with nothing there yet", 10, cold).line()
                + Reach.atMost("seconds for a change, the slowest", 2, slowest).line()
                + Reach.atMost("seconds for the first change after a restart", 2, restarted)
                        .line();
    }
}
