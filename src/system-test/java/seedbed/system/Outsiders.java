package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Those who offer files to the whole world: their tracker and one seed.
 *
 * @param payloads what they offer, by name; the torrents name their tracker
 */
record Outsiders(Map<String, Payload> payloads) {

    static final String TRACKER = "tracker.outside.example";

    private static final int TRACKER_NUMBER = 10;
    private static final int SEED_NUMBER = 11;
    private static final String PORT = "6969";

    /** Starts them, with a file of this many bytes for each name. */
    static Outsiders start(Workbench bench, NetworkLab lab, List<String> names, int bytes) throws Exception {
        Path files = bench.directory("outside-files");
        Map<String, Payload> payloads = new HashMap<>();
        for (String name : names) {
            Path torrent = files.resolve(name + ".torrent");
            String announce = "http://" + TRACKER + ':' + PORT + "/announce";
            payloads.put(name, Payload.write(files, torrent, name + ".bin", bytes, name.hashCode(), announce));
        }
        startTracker(bench, lab, payloads);
        startSeed(lab, files, payloads);
        return new Outsiders(Map.copyOf(payloads));
    }

    private static void startTracker(Workbench bench, NetworkLab lab, Map<String, Payload> payloads) throws Exception {
        Host host = lab.host("outside-tracker", lab.outside(), TRACKER_NUMBER);
        Path directory = Account.NOBODY.directory(bench.path("opentracker"));
        Files.write(
                directory.resolve("whitelist"),
                payloads.values().stream().map(Payload::infoHash).toList());
        String address = lab.outside().ipv4(TRACKER_NUMBER);
        host.start(
                "opentracker",
                List.of(
                        "opentracker",
                        "-i",
                        address,
                        "-p",
                        PORT,
                        "-P",
                        PORT,
                        "-d",
                        directory.toString(),
                        "-w",
                        "whitelist"));
        Eventually.within(Duration.ofSeconds(20), () -> host.sh("exec 3<>/dev/tcp/" + address + '/' + PORT));
    }

    private static void startSeed(NetworkLab lab, Path files, Map<String, Payload> payloads) throws Exception {
        Host host = lab.host("outside-seed", lab.outside(), SEED_NUMBER);
        know(lab, host);
        int port = 51413;
        for (Payload payload : payloads.values()) {
            new Student(host).transmission(payload.torrent(), files, port++);
        }
    }

    Payload payload(String name) {
        return Objects.requireNonNull(payloads.get(name));
    }

    /** Tells a host the address of their tracker. */
    static void know(NetworkLab lab, Host host) throws Exception {
        host.sh("echo '" + lab.outside().ipv4(TRACKER_NUMBER) + ' ' + TRACKER + "' >>/etc/hosts");
    }
}
