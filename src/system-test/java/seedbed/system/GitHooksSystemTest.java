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

/** The hooks in {@code conf/git}: whoever pushes learns on the spot what is wrong, or that it is published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class GitHooksSystemTest {

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Path bare;
    private Author author;
    private RunningMirror mirror;

    @BeforeAll
    void installTheHooks() throws Exception {
        bare = Author.bareRepository(bench);
        for (String hook : List.of("pre-receive", "post-receive")) {
            Files.copy(Path.of("conf/git", hook), bare.resolve("hooks").resolve(hook));
        }
        author = Author.of(bench, bare);
        configure("seedbed.war", System.getProperty("test.war"));
        configure("seedbed.java", SeedbedProcess.java().get(0));
        mirror = RunningMirror.start(bench, Map.of("content.git", bare.toString(), "content.ref", "main"));
        configure("seedbed.url", "http://127.0.0.1:" + mirror.frontServer().port());
        configure(
                "seedbed.tokenFile",
                Files.writeString(bench.path("token"), RunningMirror.TOKEN + "\n")
                        .toString());
        author.write("index.txt", "# Of the first commit\n").commit();
        author.mustPush("main");
    }

    private void configure(String key, String value) throws Exception {
        Program.output("git", bench.path(""), List.of("git", "-C", bare.toString(), "config", key, value));
    }

    /** What the branch of the bare repository leads to. */
    private String published() throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", bare.toString(), "rev-parse", "main"));
        return Program.output("rev-parse", Files.createTempDirectory(bench.path(""), "ref-"), command)
                .strip();
    }

    @Test
    @DisplayName("a good push is accepted and published, and the pusher reads its warnings and what was published")
    void goodPushIsPublished() throws Exception {
        Payload payload = Payload.write(bench.directory("files"), author.file("film.torrent"), "film.bin", 100_000, 4);
        String commit =
                author.write("notes.txt", "# Notes\n\n[gone](gone.txt)\n").commit();

        Author.Push push = author.mustPush("main");

        assertThat(published()).isEqualTo(commit);
        assertThat(push.words()).contains("remote: notes.txt:3:1: warning: ", "remote: published of commit " + commit);
        assertThat(mirror.front().get("/notes.html").status()).isEqualTo(200);
        assertThat(mirror.front().get("/catalogue.json").text()).contains(commit, payload.infoHash());
    }

    @Test
    @DisplayName("a push with errors is refused, all of them are told with their place, and nothing changes")
    void badPushIsRefused() throws Exception {
        String before = published();
        author.write("broken.torrent", "d4:infoe");
        Files.write(author.file("latin-1.txt"), new byte[] {'o', 'k', '\n', 'J', (byte) 0xFC, 'r', 'g'});
        author.write("höhle.txt", "# Good\n").commit();

        Author.Push push = author.push("main");
        author.takeBack();

        assertThat(push.code()).isNotZero();
        assertThat(push.words())
                .contains("remote: broken.torrent:1:", "remote: latin-1.txt:2:2: error: ", "pre-receive hook declined");
        assertThat(published()).isEqualTo(before);
        assertThat(mirror.front().get("/h%C3%B6hle.html").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("other branches may hold anything")
    void otherBranchesAreFree() throws Exception {
        author.write("broken.torrent", "d4:infoe").commit();

        Author.Push push = author.mustPush("draft");
        author.takeBack();

        assertThat(push.words()).doesNotContain("remote: broken.torrent", "published");
    }

    @Test
    @DisplayName("the published branch cannot be deleted")
    void publishedBranchStays() throws Exception {
        Author.Push push = author.delete("main");

        assertThat(push.code()).isNotZero();
        assertThat(push.words()).contains("refs/heads/main is published and cannot be deleted");
    }
}
