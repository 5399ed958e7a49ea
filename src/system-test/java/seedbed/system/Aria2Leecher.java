package seedbed.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** aria2, which fetches a torrent from peers that the tracker names, and ends when it has all. */
final class Aria2Leecher {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Aria2Leecher() {}

    /** Downloads into a directory; the exit code. */
    static int fetch(Path torrent, Path directory) throws Exception {
        List<String> command = List.of(
                "aria2c",
                "--no-conf",
                "--enable-dht=false",
                "--enable-dht6=false",
                "--enable-peer-exchange=false",
                "--bt-enable-lpd=false",
                "--disable-ipv6=true",
                "--interface=127.0.0.1",
                "--listen-port=" + Workbench.freePort(),
                // In minutes: without any, it leaves before it has told the tracker that it is complete.
                "--seed-time=0.05",
                "--summary-interval=0",
                "--show-console-readout=false",
                "--file-allocation=none",
                "--dir=" + directory,
                torrent.toString());
        return Program.run("aria2", directory, command, PATIENCE).exitCode(Duration.ZERO);
    }
}
