package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} with its own PostgreSQL, from its start to its end. */
@Timeout(180)
final class ServeIT {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String ANNOUNCE =
            "/announce?info_hash=%01%23%45%67%89%ab%cd%ef%01%23%45%67%89%ab%cd%ef%01%23%45%67"
                    + "&peer_id=-XX0001-abcdefghijkl&port=6881&uploaded=0&downloaded=0&left=0";

    @TempDir
    private Path folder;

    @Test
    void peersWhitelistAndTokenAreThereAgainAfterATermSignal() throws Exception {
        String token;
        try (ServeProcess serve = new ServeProcess(folder)) {
            token = token();
            serve.http().send("PUT", "/admin/whitelist/" + HASH, "Authorization: Bearer " + token);
            serve.http().send("GET", ANNOUNCE);
            assertThat(serve.terminate()).isZero();
        }

        try (ServeProcess serve = new ServeProcess(folder)) {
            assertThat(token()).isEqualTo(token);
            assertThat(seeds(serve.http())).isEqualTo("1");
        }
    }

    @Test
    void aKilledServeLeavesNothingInTheWayOfTheNext() throws Exception {
        new ServeProcess(folder).kill();

        try (ServeProcess serve = new ServeProcess(folder)) {
            assertThat(serve.http().send("GET", "/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void afterARestartTheContentIsReadAheadOfTheNextPublication() throws Exception {
        Path content = Files.createDirectory(folder.resolve("content"));
        Files.writeString(content.resolve("index.txt"), "# Hello\n");
        String setting = "-Dseedbed.content.dir=" + content;
        new ServeProcess(folder, setting).close();

        try (ServeProcess serve = new ServeProcess(folder, setting)) {
            assertThat(serve.comesToSay("torrents were read ahead of the next publication"))
                    .isTrue();
            assertThat(serve.log()).containsSubsequence("The whitelist was compared", "were read ahead");
        }
    }

    @Test
    void secretsAreReadableForThisUserAlone() throws Exception {
        try (ServeProcess serve = new ServeProcess(folder)) {
            assertThat(serve.http().send("GET", "/healthz").status()).isEqualTo(200);
            for (String secret : new String[] {"admin-token", "postgres-password"}) {
                assertThat(Files.getPosixFilePermissions(folder.resolve("var").resolve(secret)))
                        .extracting(Enum::name)
                        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
            }
        }
    }

    @Test
    void aSecondServeOnTheSameDataIsRefused() throws Exception {
        try (ServeProcess first = new ServeProcess(folder)) {
            Process second = new ProcessBuilder(
                            JavaCommand.of(WarConfiguration.war(), "-Dseedbed.http.port=0", "serve"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(said)
                    .contains("data.dir = ", "another serve or publish uses it")
                    .hasLineCount(1);
            assertThat(first.http().send("GET", "/readyz").status()).isEqualTo(200);
        }
    }

    private String token() throws IOException {
        return Files.readString(folder.resolve("var/admin-token")).strip();
    }

    /** Peers are read back behind the first answers. */
    private static String seeds(RawHttp http) {
        String seeds = "0";
        for (int i = 0; i < 500 && seeds.equals("0"); i++) {
            seeds = http.send("GET", "/swarms.json").text().replaceAll(".*\"seeds\":(\\d+).*", "$1");
        }
        return seeds;
    }
}
