package seedbed.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sixty clients outside that have everything, each with an address of its own, and a plain tracker. */
final class OutsideSwarm {

    static final Path CLIENTS = Path.of("src/system-test/libtorrent-clients").toAbsolutePath();
    static final int SEEDS = 60;

    /** Bytes per second, of each. */
    static final int UPLOAD = 500_000;

    private static final int TRACKER_NUMBER = 10;
    private static final int SEEDS_NUMBER = 11;
    private static final int FIRST_SEED = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Site site;
    private final Host trackerHost;
    private final Host seedsHost;
    private final Path directory;
    private int lastPort = 6968;

    private OutsideSwarm(Site site, Host trackerHost, Host seedsHost, Path directory) {
        this.site = site;
        this.trackerHost = trackerHost;
        this.seedsHost = seedsHost;
        this.directory = directory;
    }

    /** Builds its hosts; nothing is started. */
    static OutsideSwarm build(Workbench bench, NetworkLab lab) throws Exception {
        Host tracker = lab.host("outside-tracker", lab.outside(), TRACKER_NUMBER);
        Host seeds = lab.host("outside-seeds", lab.outside(), SEEDS_NUMBER);
        for (String address : addresses(lab.outside())) {
            seeds.run("ip", "addr", "add", address + "/24", "dev", "eth0");
        }
        return new OutsideSwarm(lab.outside(), tracker, seeds, bench.directory("outside-trackers"));
    }

    private static List<String> addresses(Site site) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            addresses.add(site.ipv4(FIRST_SEED + i));
        }
        return addresses;
    }

    /** Of the host that all seeds share. */
    Host seedsHost() {
        return seedsHost;
    }

    /** The announce URL of the tracker that is started next. */
    String nextTracker() {
        return announce(lastPort + 1);
    }

    /** That of the one that was started last. */
    String lastTracker() {
        return announce(lastPort);
    }

    private String announce(int port) {
        return "http://" + site.ipv4(TRACKER_NUMBER) + ':' + port + "/announce";
    }

    /** Starts Debian's opentracker, which is built to serve a whitelist only, for one torrent. */
    Program startTracker(Payload payload) throws Exception {
        String port = Integer.toString(++lastPort);
        Path home = Account.NOBODY.directory(directory.resolve(port));
        Files.writeString(home.resolve("whitelist"), payload.infoHash() + '\n');
        String address = site.ipv4(TRACKER_NUMBER);
        Program opentracker = trackerHost.start(
                "opentracker",
                List.of(
                        "opentracker",
                        "-i",
                        address,
                        "-p",
                        port,
                        "-P",
                        port,
                        "-d",
                        home.toString(),
                        "-w",
                        "whitelist"));
        Eventually.within(PATIENCE, () -> {
            opentracker.mustRun();
            trackerHost.sh("exec 3<>/dev/tcp/" + address + '/' + port);
        });
        return opentracker;
    }

    /** Starts the clients on a torrent, whose file is in a folder. */
    Program seed(Path torrent, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                CLIENTS.toString(),
                "--seed",
                "--upload-limit",
                Integer.toString(UPLOAD),
                "--torrent",
                torrent.toString(),
                "--folder",
                folder.toString()));
        command.addAll(addresses(site));
        return seedsHost.start("seeds", command);
    }
}
