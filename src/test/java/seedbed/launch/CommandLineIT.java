package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.torrent.TorrentBuilder;
import seedbed.torrent.TorrentVersion;

/** The executable WAR as an operator runs it: what it prints, and how it ends. */
@Timeout(120)
final class CommandLineIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.port = 80800            | http.port = \"80800\": expected a port from 0",
                "tracker.intervall = 5m       | unknown key tracker.intervall = \"5m\": expected a known key",
                "db.url = mysql://x/y         | db.url = \"mysql://x/y\": expected a PostgreSQL URL",
                "db.url = jdbc:postgresql://h:p/y | expected a PostgreSQL URL",
                "campus.networks = campus     | campus.networks = \"campus\": expected addresses or networks"
            })
    void badConfigurationIsOneClearLineAndExit2(String line, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("seedbed.properties"), line.strip() + '\n');

        Finished serve = run("--config", file.toString(), "serve");

        assertRefused(serve, message);
    }

    @Test
    void aMissingConfigurationFileIsNamed() throws Exception {
        assertRefused(run("--config", "none.properties", "serve"), "none.properties: expected a readable file");
    }

    @Test
    void aDataDirectoryThatCannotBeOneIsNamed() throws Exception {
        Files.writeString(folder.resolve("file"), "not a directory");

        assertRefused(run("-Dseedbed.data.dir=file", "serve"), "data.dir = \"file\": expected a directory");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finished serve = run(
                    "-Dseedbed.http.port=" + taken.getLocalPort(),
                    "-Dseedbed.db.url=jdbc:postgresql://127.0.0.1:1/none",
                    "serve");

            assertRefused(serve, "http.port = \"" + taken.getLocalPort() + "\": expected to listen on 127.0.0.1:");
        }
    }

    @Test
    void secretsStandNeitherInTheHelpNorInErrors() throws Exception {
        String secret = "a-secret-of-the-operator";
        Finished help = run("-Dseedbed.admin.token=" + secret, "--help");
        Finished error = run("-Dseedbed.admin.token=" + secret, "-Dseedbed.http.port=x", "serve");
        Finished malformed = run("-Dseedbed.admin.token=" + secret + " and more", "serve");

        assertThat(help.exit()).isZero();
        assertThat(malformed.exit()).isEqualTo(2);
        for (Finished finished : List.of(help, error, malformed)) {
            assertThat(finished.out() + finished.err()).doesNotContain(secret);
        }
    }

    @Test
    void publishingNothingIsRefused() throws Exception {
        assertRefused(run("publish"), "content.dir = \"\": expected a directory, or content.git a git repository");
    }

    @Test
    void anUnknownCommandIsExit2() throws Exception {
        Finished command = run("sevre");

        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("sevre").doesNotContain("\tat ");
    }

    @Test
    void helpAndVersionAreExit0() throws Exception {
        assertThat(run("--help").out()).contains("serve", "check", "publish");
        assertThat(run("--version").out()).matches("Seedbed \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void checkingGoodContentIsExit0() throws Exception {
        Files.writeString(content().resolve("hello.txt"), "# Hello");

        Finished check = run("check", "content");

        assertThat(check.exit()).isZero();
        assertThat(check.out()).isEmpty();
    }

    @Test
    void checkingBadContentListsEachProblemAndIsExit1() throws Exception {
        Files.writeString(content().resolve("bad.torrent"), "d4:infoi1ee");
        Files.writeString(content().resolve("odd.iso"), "not published");

        Finished check = run("check", "content");

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out().lines())
                .anyMatch(line -> line.matches("bad\\.torrent:1:\\d+: error: .+"))
                .anyMatch(line -> line.matches("odd\\.iso: warning: .+"));
    }

    @Test
    void checkingWhatIsNotThereIsExit2() throws Exception {
        assertRefused(run("check", "nowhere"), "check nowhere: expected a directory or a git repository");
    }

    @Test
    void publishWorksOnItsOwnAndItsDryRunChangesNothing() throws Exception {
        Files.write(
                content().resolve("one.torrent"),
                new TorrentBuilder(1).single(50_000).build(TorrentVersion.V1));
        Path current = folder.resolve("var/publish/current/webroot/one.html");

        Finished rehearsal = run("-Dseedbed.content.dir=content", "publish", "--dry-run");
        assertThat(rehearsal.exit()).as(rehearsal.err()).isZero();
        assertThat(rehearsal.out()).contains("+ webroot/one.html", "+ whitelist/");
        assertThat(current).doesNotExist();

        Finished publish = run("-Dseedbed.content.dir=content", "publish");
        assertThat(publish.exit()).as(publish.err()).isZero();
        assertThat(publish.err()).contains("published: 1 torrents");
        assertThat(current).exists();
    }

    @Test
    void whatIsPublishedCanBeReadByOtherUsersWhateverTheUmask() throws Exception {
        Files.writeString(content().resolve("about.txt"), "About");
        List<String> publish = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
        publish.addAll(JavaCommand.of(WarConfiguration.war(), "-Dseedbed.content.dir=content", "publish"));

        Finished finished = run(publish);

        assertThat(finished.exit()).as(finished.err()).isZero();
        Path current = folder.resolve("var/publish/current").toRealPath();
        assertThat(mode(current)).isEqualTo("rwxr-xr-x");
        assertThat(mode(current.resolve("webroot"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(current.resolve("webroot/about.html"))).isEqualTo("rw-r--r--");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path content() throws IOException {
        return Files.createDirectories(folder.resolve("content"));
    }

    private static void assertRefused(Finished command, String message) {
        assertThat(command.exit()).as(command.err()).isEqualTo(2);
        assertThat(command.err()).startsWith("seedbed: ").contains(message).hasLineCount(1);
        assertThat(command.out()).isEmpty();
    }

    private record Finished(int exit, String out, String err) {}

    private Finished run(String... arguments) throws IOException, InterruptedException {
        return run(JavaCommand.of(WarConfiguration.war(), arguments));
    }

    private Finished run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        return new Finished(exit, Files.readString(out), Files.readString(err));
    }
}
