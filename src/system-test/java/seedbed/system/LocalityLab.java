package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import seedbed.system.Measured.Estimate;
import seedbed.system.Trial.Trackers;

/** A campus with ten students, our mirror and an origin box; a swarm outside; and a slow link between them. */
final class LocalityLab {

    static final String LINK = "40mbit";
    static final int STUDENTS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BOX = 20;
    private static final int NEIGHBOUR = 21;
    private static final int FIRST_STUDENT = 30;
    private static final long SEED = 64;

    private static final Map<String, String> SHIPPED = Map.of("tracker.interval", "30m", "tracker.min-interval", "15m");

    private final Workbench bench;
    private final NetworkLab lab;
    private final OutsideSwarm outside;
    private final CampusMirror mirror;
    private final OriginBox box;
    private final List<Host> students = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private LocalityLab(Workbench bench, NetworkLab lab, OutsideSwarm outside, CampusMirror mirror, OriginBox box) {
        this.bench = bench;
        this.lab = lab;
        this.outside = outside;
        this.mirror = mirror;
        this.box = box;
    }

    static LocalityLab build(Workbench bench) throws Exception {
        NetworkLab lab = NetworkLab.build(bench);
        lab.limitLink(LINK);
        OutsideSwarm outside = OutsideSwarm.build(bench, lab);
        know(lab, outside.seedsHost());
        CampusMirror mirror = CampusMirror.start(
                bench,
                lab.host("mirror", lab.campus(), CampusMirror.NUMBER),
                lab.campus().networks(),
                lab.campus().ipv4(BOX),
                SHIPPED);
        OriginBox box = OriginBox.install(campusHost(lab, "box", BOX), campusHost(lab, "neighbour", NEIGHBOUR), lab);
        LocalityLab whole = new LocalityLab(bench, lab, outside, mirror, box);
        for (int i = 0; i < STUDENTS; i++) {
            whole.students.add(campusHost(lab, "student-" + i, FIRST_STUDENT + i));
            whole.addresses.add(lab.campus().ipv4(FIRST_STUDENT + i));
        }
        return whole;
    }

    private static Host campusHost(NetworkLab lab, String name, int number) throws Exception {
        Host host = lab.host(name, lab.campus(), number);
        know(lab, host);
        return host;
    }

    private static void know(NetworkLab lab, Host host) throws Exception {
        host.sh("echo '" + lab.campus().ipv4(CampusMirror.NUMBER) + ' ' + CampusMirror.NAME + "' >>/etc/hosts");
    }

    /** From now on the mirror has one student fetch for all, and gives nobody from outside beside a seed. */
    void spareTheLink() throws Exception {
        Map<String, String> settings = new HashMap<>(SHIPPED);
        settings.put("campus.gateways", "1");
        settings.put("campus.outside-peers", "0");
        mirror.restart(settings);
    }

    /** From the publication of an image until all have gone. */
    Measured run(Trial trial) throws Exception {
        Path directory = bench.directory(trial.name());
        Path torrent = mirror.content().resolve(trial.name() + ".torrent");
        Payload payload = Payload.write(directory, torrent, trial.name(), Measured.IMAGE, SEED, outside.nextTracker());
        Program tracker = outside.startTracker(payload);
        mirror.publish();
        if (trial.box()) {
            box.hold(payload, trial.trackers() == Trackers.PLAIN);
        }
        Program seeds = outside.seed(torrentOutside(trial, payload), directory);
        awaitSeeds(trial, payload);

        Measured measured = watch(trial, payload, directory);

        for (Program program : List.of(seeds, tracker)) {
            program.signalWithin("KILL");
            program.exitCode(PATIENCE);
        }
        FileUtils.delete(payload.file().toFile());
        return measured;
    }

    /** Those outside had it before there was our mirror, and know of our tracker only if there is no other. */
    private Path torrentOutside(Trial trial, Payload payload) throws Exception {
        return trial.trackers().isOursAlone() ? torrentOfOurs(payload) : payload.torrent();
    }

    private Path torrentOnCampus(Trial trial, Payload payload) throws Exception {
        return switch (trial.trackers()) {
            case PLAIN -> payload.torrent();
            case OURS, THRIFTY -> torrentOfOurs(payload);
            case BOTH -> mirror.published(trial.name());
        };
    }

    private Path torrentOfOurs(Payload payload) throws Exception {
        return mirror.exported().resolve(payload.infoHash() + ".torrent");
    }

    private void awaitSeeds(Trial trial, Payload payload) throws Exception {
        String ours = "http://" + CampusMirror.NAME + "/scrape";
        String plain = outside.lastTracker().replace("announce", "scrape");
        int held = trial.box() ? 1 : 0;
        switch (trial.trackers()) {
            case PLAIN -> awaitSeeds(plain, payload, OutsideSwarm.SEEDS + held);
            case OURS, THRIFTY -> awaitSeeds(ours, payload, OutsideSwarm.SEEDS + held);
            case BOTH -> {
                awaitSeeds(plain, payload, OutsideSwarm.SEEDS);
                awaitSeeds(ours, payload, held);
            }
        }
    }

    private void awaitSeeds(String scrape, Payload payload, int seeds) throws Exception {
        String url = scrape + "?info_hash=" + payload.infoHash().replaceAll("..", "%$0");
        Eventually.within(
                PATIENCE,
                () -> assertThat(students.get(0).sh("curl --silent --fail --output - '" + url + "' | tr -d '\\0'"))
                        .contains("8:completei" + seeds + "e"));
    }

    private Measured watch(Trial trial, Payload payload, Path directory) throws Exception {
        Crowd crowd = new Crowd(students, addresses, directory);
        Path torrent = torrentOnCampus(trial, payload);
        long before = lab.imported();
        Processors processors = Processors.now();
        crowd.come(torrent, Duration.ofSeconds(trial.joining().pause()));
        crowd.awaitAll();
        double busy = processors.busySince();
        crowd.leave();
        if (trial.box()) {
            box.release();
        }
        long imported = lab.imported() - before;
        return new Measured(trial, imported, crowd.lastSeconds(), crowd.seconds(), ledger(trial, payload), busy);
    }

    private @Nullable Estimate ledger(Trial trial, Payload payload) throws Exception {
        return trial.trackers() == Trackers.PLAIN ? null : mirror.settledLedger(payload);
    }
}
