package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Debian's opentracker, which is built to serve a whitelist only. */
final class Opentracker implements AutoCloseable {

    private final Program program;
    private final int port;

    private Opentracker(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Serves the torrents with these hashes, in hexadecimal digits. */
    static Opentracker start(Path directory, List<String> hashes) throws Exception {
        Account.NOBODY.own(directory);
        Files.write(directory.resolve("whitelist"), hashes);
        String port = Integer.toString(Workbench.freePort());
        List<String> command = List.of(
                "opentracker",
                "-i",
                "127.0.0.1",
                "-p",
                port,
                "-P",
                port,
                "-d",
                directory.toString(),
                "-w",
                "whitelist");
        Program program = Program.start("opentracker", directory, command);
        Opentracker opentracker = new Opentracker(program, Integer.parseInt(port));
        Eventually.within(Duration.ofSeconds(20), () -> {
            program.mustRun();
            opentracker.mustListen();
        });
        return opentracker;
    }

    private void mustListen() throws IOException {
        assertThat(http().get("/").status()).isPositive();
    }

    Http http() {
        return Http.to(port);
    }

    @Override
    public void close() {
        program.close();
    }
}
