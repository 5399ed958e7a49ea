package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the operator's guide says of backups: a dump of the database and a clone of the content are all it takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class BackupSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String BY_HAND = "0123456789abcdef0123456789abcdef01234567";
    private static final long SIZE = 100_000;

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    @DisplayName("restored to an empty database and an empty publish.dir, a mirror is what it was, to the byte")
    void restoredMirrorIsTheSame() throws Exception {
        Path content = Author.bareRepository(bench);
        Author author = Author.of(bench, content);
        author.write("index.txt", "# Films\n");
        Payload film = Payload.write(bench.directory("files"), author.file("film.torrent"), "film.bin", (int) SIZE, 4);
        author.commit();
        author.mustPush("main");
        PostgresServer postgres = PostgresServer.create(bench, "postgres").start();
        SeedbedProcess lived = start("lived", postgres, content);
        live(lived, film, postgres);

        Path backup = Account.POSTGRES.directory(bench.path("backup"));
        run(PostgresServer.program("pg_dump"), "--format=custom", "--file=" + backup.resolve("db"), postgres.uri());
        Program.output(
                "git",
                bench.directory("safe"),
                List.of("git", "clone", "--quiet", "--mirror", content.toString(), "content.git"));
        Map<String, String> before = known(lived);
        assertThat(lived.stop()).isZero();
        postgres.stop();

        PostgresServer empty = PostgresServer.create(bench, "empty").start();
        run(
                PostgresServer.program("pg_restore"),
                "--no-owner",
                "--dbname=" + empty.uri(),
                backup.resolve("db").toString());
        SeedbedProcess restored = start("restored", empty, bench.path("safe/content.git"));

        Eventually.within(PATIENCE, () -> assertThat(known(restored)).isEqualTo(before));
        assertThat(published("restored")).isEqualTo(published("lived")).containsKey("webroot/film.torrent");
    }

    private SeedbedProcess start(String name, PostgresServer postgres, Path content) throws Exception {
        Path home = bench.directory(name);
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("http.port", "0");
        settings.put("data.dir", home.resolve("var").toString());
        settings.put("content.git", content.toString());
        settings.put("content.ref", "main");
        settings.put("site.url", "https://mirror.example.edu");
        settings.put("admin.token", RunningMirror.TOKEN);
        return bench.add(SeedbedProcess.serve(home, settings));
    }

    /** A download that ends, and an entry made by hand. */
    private static void live(SeedbedProcess mirror, Payload film, PostgresServer postgres) throws Exception {
        String announce = "/announce?info_hash=" + film.infoHash().replaceAll("..", "%$0")
                + "&peer_id=-XX0001-abcdefghijkl&port=7001&uploaded=0&key=1";
        Http http = Http.to(mirror.port());
        http.get(announce + "&downloaded=0&event=started&left=" + SIZE);
        http.get(announce + "&left=0&event=completed&downloaded=" + SIZE);
        HttpAnswer listed = admin(mirror).send("PUT", "/admin/whitelist/" + BY_HAND);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(201);
        Eventually.within(PATIENCE, () -> {
            assertThat(http.get("/metrics").text()).contains("seedbed_backlog_peers 0.0");
            assertThat(http.get("/swarms.json").text()).contains("\"seeds\":1,\"leechers\":0,\"completed\":1");
            assertThat(http.get("/savings.json").text()).contains("\"provided_bytes\":" + SIZE);
        });
        assertThat(postgres.column("SELECT count(*) FROM schema_history")).isNotEmpty();
    }

    private static Http admin(SeedbedProcess mirror) {
        return Http.to(mirror.port()).with("Authorization", "Bearer " + RunningMirror.TOKEN);
    }

    /** Counts, completed downloads, savings and the whitelist, as the mirror tells them. */
    private static Map<String, String> known(SeedbedProcess mirror) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String path : List.of("/swarms.json", "/savings.json", "/admin/whitelist")) {
            known.put(path, admin(mirror).get(path).text());
        }
        return known;
    }

    private static String run(String... command) throws Exception {
        Path log = Files.createTempDirectory("seedbed-backup-");
        return Program.output("backup", Account.POSTGRES.own(log), Account.POSTGRES.command(List.of(command)));
    }

    /** Digests of all that a mirror publishes, by path. */
    private Map<String, String> published(String name) throws IOException {
        Path current = bench.path(name + "/var/publish/current").toRealPath();
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(current)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = current.relativize(file).toString();
                if (path.contains("/")) {
                    digests.put(path, DigestUtils.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return digests;
    }
}
