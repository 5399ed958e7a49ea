package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file goes from a seed to other clients, which know of each other through this tracker alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TransferSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    final Workbench bench = new Workbench();

    private RunningMirror mirror;
    private Path seedFolder;
    private Path content;

    @BeforeAll
    void startTheMirror() throws Exception {
        content = bench.directory("content");
        seedFolder = bench.directory("seed-files");
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()));
    }

    @Test
    @DisplayName("aria2 fetches a file from a Transmission seed, and both are counted while they are there")
    void aria2FetchesFromTransmission() throws Exception {
        Payload payload = publish("lecture.bin", 1);
        TransmissionSeed seed = seeding(payload);
        Path downloads = bench.directory("aria2");

        assertThat(Aria2.fetch(publishedTorrent("lecture"), downloads)).isZero();

        assertSameBytes(downloads.resolve("lecture.bin"), payload);
        assertSwarm(payload, "{\"seeds\":1,\"leechers\":0,\"completed\":1}");
        seed.stop();
        assertSwarm(payload, "{\"seeds\":0,\"leechers\":0,\"completed\":1}");
    }

    @Test
    @DisplayName("an rtorrent seed box fetches the file of a torrent that came by rsync, and both say goodbye")
    void rtorrentFetchesWhatRsyncBrought() throws Exception {
        Payload payload = publish("archive.bin", 2);
        TransmissionSeed seed = seeding(payload);
        RsyncDaemon rsync = bench.add(RsyncDaemon.start(bench.directory("rsyncd"), mirror.publishDir()));
        RtorrentBox box = bench.add(RtorrentBox.start(bench.path("rtorrent")));

        rsync.pull(box.watched(), Account.NOBODY);

        assertThat(box.watched().resolve(payload.infoHash() + ".torrent")).exists();
        assertSwarm(payload, "{\"seeds\":1,\"leechers\":1,\"completed\":0}");
        Eventually.within(PATIENCE, box::mustHaveFinished);
        assertSameBytes(box.data().resolve("archive.bin"), payload);
        // rtorrent 0.9.8 tells of its completion with its next regular announce, half an hour later.
        box.stop();
        assertSwarm(payload, "{\"seeds\":1,\"leechers\":0,\"completed\":0}");
        seed.stop();
        assertSwarm(payload, "{\"seeds\":0,\"leechers\":0,\"completed\":0}");
    }

    /** Puts a new file and its torrent into the world, and the torrent into the mirror. */
    private Payload publish(String name, long seed) throws Exception {
        Path torrent = content.resolve(name.replace(".bin", ".torrent"));
        Payload payload = Payload.write(seedFolder, torrent, name, 3 * 1024 * 1024 + 17, seed);
        assertThat(mirror.publish().text()).contains("\"succeeded\"");
        return payload;
    }

    /** As a reader of the site gets it. */
    private Path publishedTorrent(String name) throws IOException {
        HttpAnswer answer = mirror.front().get("/" + name + ".torrent");
        assertThat(answer.header("Content-Type")).contains("application/x-bittorrent");
        return Files.write(bench.path(name + ".torrent"), answer.bytes());
    }

    private TransmissionSeed seeding(Payload payload) throws Exception {
        String name = payload.file().getFileName().toString().replace(".bin", "");
        TransmissionSeed seed = bench.add(TransmissionSeed.start(bench.directory("transmission-" + name)));
        seed.seed(publishedTorrent(name), seedFolder);
        assertSwarm(payload, "{\"seeds\":1,\"leechers\":0,\"completed\":0}");
        return seed;
    }

    private void assertSwarm(Payload payload, String counts) throws Exception {
        Eventually.within(
                PATIENCE,
                () -> assertThat(mirror.front().get("/swarms.json").text())
                        .contains("\"" + payload.infoHash() + "\":" + counts));
    }

    private static void assertSameBytes(Path copy, Payload payload) throws IOException {
        assertThat(Payload.sha256(copy)).isEqualTo(Payload.sha256(payload.file()));
    }
}
