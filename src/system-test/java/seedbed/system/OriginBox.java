package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A machine of the campus that has an image before the students come: our confined seed box, or just a neighbour. */
final class OriginBox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SeedBox box;
    private final Host neighbour;
    private @Nullable Program atNeighbour;

    private OriginBox(SeedBox box, Host neighbour) {
        this.box = box;
        this.neighbour = neighbour;
    }

    /** Installs the box on one host; nothing is started. */
    static OriginBox install(Host host, Host neighbour, NetworkLab lab) throws Exception {
        Map<String, String> settings = Map.of(
                "mirror",
                "rsync://" + CampusMirror.NAME,
                "tracker",
                "http://" + CampusMirror.NAME + "/announce",
                "campus",
                lab.campus().networks(),
                "keep-free",
                "1M");
        SeedBox box = SeedBox.install(host, settings);
        box.confine();
        return new OriginBox(box, neighbour);
    }

    /**
     * Seeds what it did not have to fetch.
     *
     * @param plain whether the plain tracker is to know of it, which no seed box asks: then it is a neighbour that does
     */
    void hold(Payload payload, boolean plain) throws Exception {
        String name = String.valueOf(payload.file().getFileName());
        if (plain) {
            neighbour.sh("mkdir -p /srv/held/got && cp " + payload.file() + " /srv/held/got/");
            StudentClient.Desk desk = new StudentClient.Desk(
                    neighbour,
                    "",
                    "/srv/held",
                    "/srv/held/got",
                    payload.torrent().toString(),
                    "/bin/true");
            atNeighbour = neighbour.start("neighbour", StudentClient.RTORRENT.command(desk));
            return;
        }
        String data = SeedBox.data(payload.infoHash(), name);
        box.host()
                .sh("install -D -o torrent -g torrent " + payload.file() + ' ' + data + " && chown torrent: "
                        + Path.of(data).getParent());
        box.start();
        Host.Outcome pull = box.pull();
        assertThat(pull.code()).as(pull.words()).isZero();
        Eventually.within(PATIENCE, () -> box.mustTellOf(payload.infoHash(), "100 % yes"));
    }

    /** Stops, and says so. */
    void release() throws Exception {
        if (atNeighbour == null) {
            box.stop();
        } else {
            atNeighbour.signalWithin("INT");
            atNeighbour.exitCode(PATIENCE);
            atNeighbour = null;
        }
    }
}
