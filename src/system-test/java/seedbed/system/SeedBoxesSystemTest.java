package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A campus with its mirror, a confined seed box, one that may fetch from outside and two students; and an outside where
 * the files come from.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class SeedBoxesSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FILES = List.of("film", "book", "song", "game");
    private static final int BYTES = 6 * 1024 * 1024 + 18;
    private static final String COMPLETE = "100 % yes";
    private static final int BOX = 20;
    private static final int ORIGIN = 21;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private NetworkLab lab;
    private Outsiders outsiders;
    private CampusMirror mirror;
    private SeedBox box;
    private SeedBox origin;
    /** What came in over the link until both boxes had everything. */
    private long importedForBoxes;

    @BeforeAll
    void setUpTheCampus() throws Exception {
        lab = NetworkLab.build(bench);
        lab.limitLink("24mbit");
        outsiders = Outsiders.start(bench, lab, FILES, BYTES);
        mirror = CampusMirror.start(
                bench,
                lab.host("mirror", lab.campus(), CampusMirror.NUMBER),
                lab.campus().networks(),
                lab.campus().ipv4(BOX) + ", " + lab.campus().ipv4(ORIGIN));
        box = seedBox("box", BOX, "campus");
        origin = seedBox("origin", ORIGIN, "origin");
        publishEverything();
    }

    /** What authors do, and then the timers of the boxes; returns when both boxes are seeds. */
    private void publishEverything() throws Exception {
        for (String file : FILES) {
            Files.copy(outsiders.payload(file).torrent(), mirror.content().resolve(file + ".torrent"));
        }
        mirror.publish();
        // One after the other: rtorrent tells a peer of its new pieces when it has something else to tell it, or after
        // two minutes, for which no test should wait.
        for (SeedBox each : List.of(origin, box)) {
            Host.Outcome pull = each.pull();
            assertThat(pull.code()).as(pull.words()).isZero();
            for (String file : FILES) {
                Eventually.within(
                        PATIENCE, () -> each.mustTellOf(outsiders.payload(file).infoHash(), COMPLETE));
            }
        }
        importedForBoxes = lab.imported();
    }

    private SeedBox seedBox(String name, int number, String policy) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "mirror",
                "rsync://" + CampusMirror.NAME,
                "tracker",
                "http://" + CampusMirror.NAME + "/announce",
                "campus",
                lab.campus().networks(),
                "policy",
                policy,
                "grace",
                "6s",
                "keep-free",
                "1M"));
        SeedBox installed = SeedBox.install(campusHost(name, number), settings);
        installed.confine();
        installed.start();
        return installed;
    }

    private Host campusHost(String name, int number) throws Exception {
        Host host = lab.host(name, lab.campus(), number);
        host.sh("echo '" + lab.campus().ipv4(CampusMirror.NUMBER) + ' ' + CampusMirror.NAME + "' >>/etc/hosts");
        Outsiders.know(lab, host);
        return host;
    }

    @Test
    @DisplayName("every file comes in from outside once, for the origin box; the confined box copies it from there")
    void outsideIsAskedOnce() throws Exception {
        long published = (long) FILES.size() * BYTES;
        Payload film = outsiders.payload("film");

        assertThat(importedForBoxes).isBetween(published, published * 5 / 4);
        for (SeedBox each : List.of(origin, box)) {
            assertThat(each.host().sh("sha256sum " + SeedBox.data(film.infoHash(), "film.bin")))
                    .startsWith(Payload.sha256(film.file()));
        }
    }

    @Test
    @DisplayName("students get all they want from the campus while the link to the outside is cut")
    void studentsNeedNoOutside() throws Exception {
        Payload film = outsiders.payload("film");
        Path byTransmission = bench.directory("by-transmission");
        Student one = new Student(campusHost("student-1", 30));
        Path byAria2 = bench.directory("by-aria2");
        Student other = new Student(campusHost("student-2", 31));
        // Else they would take from outside as well: their torrents name the original trackers, too.
        lab.cutLink();

        Program transmission = bench.add(one.transmission(publishedTorrent(one.host(), "film"), byTransmission, 51413));
        awaitFile(byTransmission.resolve("film.bin"), film, transmission);
        Program aria2 = bench.add(other.aria2(publishedTorrent(other.host(), "film"), byAria2));
        awaitFile(byAria2.resolve("film.bin"), film, aria2);

        lab.mendLink();
    }

    @Test
    @DisplayName(
            "an rtorrent that was killed seeds again without reading its files again, and says goodbye when stopped")
    void killedRtorrentSeedsAgain() throws Exception {
        Payload book = outsiders.payload("book");
        origin.stop();
        Eventually.within(PATIENCE, () -> mirror.mustCount(book, "\"seeds\":1,"));

        // What came in during the last quarter of an hour may not be on the disk after a crash, and rtorrent does read
        // that
        // again. After a proper stop and start nothing is as young.
        box.stop();
        box.start();
        Eventually.within(PATIENCE, () -> box.mustTellOf(book.infoHash(), COMPLETE));
        box.kill();
        // Whoever read the file again would find it incomplete now.
        String file = SeedBox.data(book.infoHash(), "book.bin");
        swapHalves(box.host(), file);
        box.start();
        Eventually.within(PATIENCE, () -> box.mustTellOf(book.infoHash(), COMPLETE));
        swapHalves(box.host(), file);

        Path folder = bench.directory("after-the-crash");
        Student student = new Student(campusHost("student-3", 32));
        Path torrent = Files.copy(mirror.exported().resolve(book.infoHash() + ".torrent"), bench.path("book.torrent"));
        awaitFile(folder.resolve("book.bin"), book, bench.add(student.transmission(torrent, folder, 51413)));
        origin.start();
    }

    /** Changes a file of an even size without changing size and time. Twice leaves it as it was. */
    private static void swapHalves(Host host, String file) throws Exception {
        host.sh("""
                touch --reference="%1$s" /run/time
                half=$(($(stat --format=%%s "%1$s") / 2))
                { tail --bytes=+$((half + 1)) "%1$s"; head --bytes=$half "%1$s"; } >/run/swapped
                dd if=/run/swapped of="%1$s" conv=notrunc status=none
                touch --reference=/run/time "%1$s"
                """.formatted(file));
    }

    @Test
    @DisplayName("a torrent that the mirror removes is stopped at once, and its data goes after the grace, alone")
    void removedTorrentGoes() throws Exception {
        Payload song = outsiders.payload("song");
        box.host().sh("mkdir -p /srv/seedbox/of-somebody-else");

        Files.delete(mirror.content().resolve("song.torrent"));
        mirror.publish();
        assertThat(box.pull().code()).isZero();

        assertThat(box.host().sh("ls /var/lib/seedbox/watch")).doesNotContain(song.infoHash());
        assertThat(box.host().sh("ls " + SeedBox.data(song.infoHash(), ""))).contains("song.bin");
        Eventually.within(PATIENCE, () -> assertThat(box.status().words()).doesNotContain(song.infoHash()));
        String others = box.host().sh("ls /srv/seedbox");
        Eventually.within(PATIENCE, () -> {
            assertThat(box.pull().code()).isZero();
            assertThat(box.host().sh("ls /srv/seedbox"))
                    .isEqualTo(others.replaceFirst("(?i)" + song.infoHash() + "\n", ""));
        });
        assertThat(others).contains("of-somebody-else");
    }

    @Test
    @DisplayName("an empty export removes nothing: the box seeds what it has, and says that it cannot pull")
    void emptyExportRemovesNothing() throws Exception {
        Payload game = outsiders.payload("game");
        Path exported = mirror.exported();
        Path aside = exported.resolveSibling("aside");

        Files.move(exported, aside);
        Files.createDirectory(exported);
        Host.Outcome pull = box.pull();
        Files.delete(exported);
        Files.move(aside, exported);

        assertThat(pull.code()).isNotZero();
        assertThat(pull.words()).contains("seedbox: rsync://" + CampusMirror.NAME + "/rsync/ is empty");
        box.mustTellOf(game.infoHash(), COMPLETE);
        assertThat(box.pull().code()).isZero();
    }

    @Test
    @DisplayName("rsync is answered on the campus only, writes nothing, and leads nowhere but to the exports")
    void rsyncIsForTheCampus() throws Exception {
        Host stranger = lab.host("stranger", lab.outside(), 40);
        String rsync = "rsync rsync://" + lab.campus().ipv4(CampusMirror.NUMBER);
        String upload = "rsync /etc/hostname rsync://" + CampusMirror.NAME + "/rsync/";

        assertThat(box.host().sh(rsync + "/ | cut --delimiter=' ' --fields=1").lines())
                .containsExactly("rsync", "origin");
        assertThat(stranger.attempt(rsync + "/rsync/").words()).contains("access denied");
        assertThat(box.host().attempt(upload).words()).contains("read only");
        assertThat(box.host().attempt(rsync + "/rsync/../").words()).doesNotContain("origin", "manifest");
    }

    /** As a reader of the site gets it. */
    private Path publishedTorrent(Host reader, String name) throws Exception {
        Path torrent = bench.path(reader.name() + ".torrent");
        reader.sh("curl --silent --fail --output %s http://%s/%s.torrent".formatted(torrent, CampusMirror.NAME, name));
        return torrent;
    }

    private static void awaitFile(Path copy, Payload payload, Program client) throws Exception {
        Eventually.within(PATIENCE, () -> {
            client.mustRun();
            assertThat(copy).exists();
            assertThat(Payload.sha256(copy)).isEqualTo(Payload.sha256(payload.file()));
        });
    }
}
