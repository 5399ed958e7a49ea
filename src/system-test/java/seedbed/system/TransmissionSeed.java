package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Transmission daemon that finds peers through trackers and in no other way. */
final class TransmissionSeed implements TorrentClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final int controlPort;
    private final Program daemon;

    private TransmissionSeed(Path directory, int controlPort, Program daemon) {
        this.directory = directory;
        this.controlPort = controlPort;
        this.daemon = daemon;
    }

    static TransmissionSeed start(Path directory) throws Exception {
        return start(directory, Loopback.IPV4);
    }

    static TransmissionSeed start(Path directory, Loopback at) throws Exception {
        int controlPort = Workbench.freePort();
        Files.writeString(
                directory.resolve("settings.json"), """
                {
                  "dht-enabled": false, "pex-enabled": false, "lpd-enabled": false, "utp-enabled": false,
                  "port-forwarding-enabled": false, "bind-address-ipv4": "%s", "bind-address-ipv6": "::1",
                  "peer-port": %d, "peer-port-random-on-start": false,
                  "rpc-enabled": true, "rpc-bind-address": "127.0.0.1", "rpc-port": %d,
                  "rpc-whitelist": "127.0.0.1", "rpc-whitelist-enabled": true
                }
                """.formatted(ipv4Of(at), Workbench.freePort(), controlPort));
        Program daemon = Program.start(
                "transmission",
                directory,
                List.of("transmission-daemon", "--foreground", "--config-dir", directory.toString()));
        return new TransmissionSeed(directory, controlPort, daemon);
    }

    /** Bound to an IPv4 address it would announce from that one only, and reach no tracker over IPv6. */
    private static String ipv4Of(Loopback at) {
        return at == Loopback.IPV4 ? at.address() : "0.0.0.0";
    }

    /** Seeds a torrent whose file lies in a directory already; one that does not is fetched first. */
    void seed(Path torrent, Path folder) throws Exception {
        Eventually.within(PATIENCE, () -> {
            daemon.mustRun();
            assertThat(remote("--add", torrent.toString(), "--download-dir", folder.toString()))
                    .contains("success");
        });
    }

    private String remote(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("transmission-remote", "127.0.0.1:" + controlPort));
        command.addAll(List.of(arguments));
        return Program.output("transmission-remote", directory, command);
    }

    @Override
    public void stop() throws Exception {
        remote("--torrent", "all", "--stop");
    }

    @Override
    public void close() {
        daemon.close();
    }
}
