package seedbed.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** aria2, which finds peers through trackers and in no other way. */
final class Aria2 implements TorrentClient {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Program program;

    private Aria2(Program program) {
        this.program = program;
    }

    /** Downloads into a directory, and ends when it has all; the exit code. */
    static int fetch(Path torrent, Path directory) throws Exception {
        // In minutes: without any, it leaves before it has told the tracker that it is complete.
        List<String> command = command(Loopback.IPV4, torrent, directory, "--seed-time=0.05");
        return Program.run("aria2", directory, command, PATIENCE).exitCode(Duration.ZERO);
    }

    /**
     * Downloads into a folder, unless all is there already, and seeds until it is stopped.
     *
     * @param directory for its log
     */
    static Aria2 start(Path directory, Loopback at, Path torrent, Path folder) throws Exception {
        List<String> command =
                command(at, torrent, folder, "--seed-time=60", "--seed-ratio=0.0", "--check-integrity=true");
        return new Aria2(Program.start("aria2", directory, command));
    }

    private static List<String> command(Loopback at, Path torrent, Path folder, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "aria2c",
                "--no-conf",
                "--enable-dht=false",
                "--enable-dht6=false",
                "--enable-peer-exchange=false",
                "--bt-enable-lpd=false",
                "--disable-ipv6=" + (at == Loopback.IPV4),
                "--interface=" + at.address(),
                "--listen-port=" + Workbench.freePort(),
                "--summary-interval=0",
                "--show-console-readout=false",
                "--file-allocation=none",
                "--dir=" + folder));
        command.addAll(List.of(more));
        command.add(torrent.toString());
        return command;
    }

    @Override
    public void stop() throws Exception {
        program.end("INT");
    }

    @Override
    public void close() {
        program.close();
    }
}
