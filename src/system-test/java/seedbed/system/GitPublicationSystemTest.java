package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authors push to a bare repository, and what they pushed is published on request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GitPublicationSystemTest {

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Path clone;
    private RunningMirror mirror;

    @BeforeAll
    void startTheMirror() throws Exception {
        Path bare = bench.directory("content.git");
        Program.output("git", bare, List.of("git", "init", "--quiet", "--bare", "--initial-branch=main", "."));
        clone = bench.directory("clone");
        git("init", "--quiet", "--initial-branch=main", ".");
        git("remote", "add", "origin", bare.toString());
        Files.writeString(clone.resolve("index.txt"), "# Of the first commit\n");
        push();
        mirror = RunningMirror.start(bench, Map.of("content.git", bare.toString(), "content.ref", "main"));
    }

    @Test
    @DisplayName("a pushed torrent is on the site and on the whitelist, and the catalogue names the commit")
    void pushedTorrentIsPublished() throws Exception {
        Payload payload =
                Payload.write(bench.directory("files"), clone.resolve("film.torrent"), "film.bin", 100_000, 4);
        String commit = push();
        assertThat(mirror.front().get("/film.html").status()).isEqualTo(404);

        HttpAnswer report = mirror.publish();

        assertThat(report.text()).contains("\"succeeded\"", commit);
        assertThat(mirror.front().get("/catalogue.json").text()).contains(commit, payload.infoHash());
        assertThat(mirror.front().get("/film.html").status()).isEqualTo(200);
        assertThat(mirror.front().get("/swarms.json").text()).contains(payload.infoHash());
    }

    @Test
    @DisplayName("a pushed error publishes nothing, and the answer names file and severity")
    void pushedErrorPublishesNothing() throws Exception {
        Files.writeString(clone.resolve("broken.torrent"), "d4:infoe");
        Files.writeString(clone.resolve("innocent.txt"), "# Innocent\n");
        push();

        HttpAnswer report = mirror.admin().send("POST", "/admin/regenerate?wait=true");

        assertThat(report.status()).isEqualTo(422);
        assertThat(report.text()).contains("\"failed\"", "broken.torrent", "error");
        assertThat(mirror.front().get("/innocent.html").status()).isEqualTo(404);
        git("rm", "--quiet", "broken.torrent", "innocent.txt");
        push();
    }

    /** Commits everything and pushes it; the commit's name. */
    private String push() throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--message", "Change the content");
        git("push", "--quiet", "origin", "main");
        return git("rev-parse", "HEAD").lines().reduce((before, last) -> last).orElseThrow();
    }

    private String git(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Author", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        return Program.output("git", clone, command);
    }
}
