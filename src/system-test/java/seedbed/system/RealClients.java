package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients that people use, each as a seed and as a leecher, who know of each other through this tracker alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class RealClients {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BYTES = 3 * 512 * 1024 + 17;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final Loopback at;
    private RunningMirror mirror;
    private Path files;
    private Path content;

    /** @param at where tracker and clients meet */
    RealClients(Loopback at) {
        this.at = at;
    }

    @BeforeAll
    void startTheMirror() throws Exception {
        content = bench.directory("content");
        files = bench.directory("files");
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()), at);
    }

    @ParameterizedTest
    @CsvSource({"TRANSMISSION, ARIA2", "ARIA2, RTORRENT", "RTORRENT, QBITTORRENT", "QBITTORRENT, TRANSMISSION"})
    @DisplayName("a file goes from one to the other, and both are gone when they stop")
    void fileGoesFromOneToTheOther(Make seed, Make leecher) throws Exception {
        String name = (seed + "-to-" + leecher).toLowerCase(Locale.ROOT);
        Payload payload = Payload.write(files, torrent(name), name, BYTES, name.hashCode());

        transfer(name, payload, seed, leecher);
    }

    @Test
    @DisplayName("a hybrid goes from qBittorrent to qBittorrent, which ask for both of its hashes")
    void hybrid() throws Exception {
        HashTreePayload hybrid = HashTreePayload.write(files, torrent("hybrid"), "hybrid", BYTES, true);

        transfer("hybrid", hybrid.payload(), Make.QBITTORRENT, Make.QBITTORRENT);

        assertThat(mirror.swarms()).contains(swarm(hybrid.truncated(), 0, 0));
    }

    @Test
    @DisplayName("a torrent of version 2 goes from qBittorrent to qBittorrent")
    void version2() throws Exception {
        HashTreePayload v2 = HashTreePayload.write(files, torrent("v2"), "v2", BYTES, false);

        transfer("v2", v2.payload(), Make.QBITTORRENT, Make.QBITTORRENT);
    }

    private Path torrent(String name) {
        return content.resolve(name + ".torrent");
    }

    private void transfer(String name, Payload payload, Make seed, Make leecher) throws Exception {
        assertThat(mirror.publish().text()).contains("\"succeeded\"");
        Path torrent = bench.path(name + ".torrent");
        Files.write(torrent, mirror.front().get("/" + name + ".torrent").bytes());
        Path source = home(name + "-seed");
        Path target = home(name + "-leecher");
        Files.copy(payload.file(), Make.folder(source).resolve(name));

        boolean leecherFirst = leecher.waitsToBeCalled();
        TorrentClient first =
                bench.add(leecherFirst ? leecher.start(target, at, torrent) : seed.start(source, at, torrent));
        await(payload, leecherFirst ? 0 : 1, leecherFirst ? 1 : 0);
        TorrentClient second =
                bench.add(leecherFirst ? seed.start(source, at, torrent) : leecher.start(target, at, torrent));

        Eventually.within(PATIENCE, () -> assertSameBytes(Make.folder(target).resolve(name), payload));
        Eventually.within(PATIENCE, (leecherFirst ? first : second)::mustHaveFinished);
        assertOnlyThisFamily(payload);
        first.stop();
        second.stop();
        await(payload, 0, 0);
    }

    private Path home(String name) throws IOException {
        Path home = bench.directory(name);
        Files.createDirectory(Make.folder(home));
        return home;
    }

    private void await(Payload payload, int seeds, int leechers) throws Exception {
        Eventually.within(
                PATIENCE, () -> assertThat(mirror.swarms()).contains(swarm(payload.infoHash(), seeds, leechers)));
    }

    private static String swarm(String infoHash, int seeds, int leechers) {
        return "\"" + infoHash + "\":{\"seeds\":" + seeds + ",\"leechers\":" + leechers + ",";
    }

    /** Asks as a third client, which says goodbye at once. */
    private void assertOnlyThisFamily(Payload payload) throws Exception {
        String target = "/announce?info_hash=" + payload.infoHash().replaceAll("..", "%$0")
                + "&peer_id=-XX0001-onlyalook---&port=9&left=1&compact=1&event=";
        Map<String, String> answer =
                TrackerAnswer.of(mirror.front().get(target)).withoutInterval();
        mirror.front().get(target + "stopped");

        assertThat(answer.getOrDefault("peers", "")).hasSize(at == Loopback.IPV4 ? 24 : 0);
        assertThat(answer.getOrDefault("peers6", "")).hasSize(at == Loopback.IPV6 ? 72 : 0);
    }

    private static void assertSameBytes(Path copy, Payload payload) throws IOException {
        assertThat(Payload.sha256(copy)).isEqualTo(Payload.sha256(payload.file()));
    }
}
