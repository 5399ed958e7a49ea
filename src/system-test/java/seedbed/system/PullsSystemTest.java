package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.torrent.TorrentReader;

/** What seed boxes pull with rsync while releases are replaced under them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class PullsSystemTest {

    private static final int PUBLICATIONS = 40;
    private static final int LASTING = 30;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<String> lasting = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private Path content;
    private Path files;
    private Path box;
    private RsyncDaemon rsync;
    private RunningMirror mirror;

    @BeforeAll
    void startTheMirror() throws Exception {
        content = bench.directory("content");
        files = bench.directory("files");
        for (int i = 0; i < LASTING; i++) {
            Payload film = Payload.write(files, content.resolve("film-" + i + ".torrent"), "film-" + i, 1_000, i);
            lasting.add(film.infoHash() + ".torrent");
        }
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()));
        rsync = bench.add(RsyncDaemon.start(bench.directory("rsyncd"), mirror.publishDir()));
        box = Account.NOBODY.directory(bench.path("box"));
        rsync.pull(box, Account.NOBODY);
    }

    @Test
    @DisplayName("pulls across releases all succeed, and what every release has never leaves the box")
    void pullsAcrossReleases() throws Exception {
        Thread puller = new Thread(this::pullUntilOver, "puller");
        puller.start();
        try {
            for (int i = 1; i <= PUBLICATIONS; i++) {
                Files.deleteIfExists(content.resolve("new-" + (i - 1) + ".torrent"));
                Payload.write(files, content.resolve("new-" + i + ".torrent"), "new-" + i, 1_000, 1_000 + i);
                assertThat(mirror.publish().text()).contains("\"succeeded\"");
            }
        } finally {
            over.set(true);
            puller.join();
        }

        assertThat(complaints).isEmpty();
        rsync.pullAtOnce(box, Account.NOBODY);
        assertThat(names()).hasSize(LASTING + 1).containsAll(lasting);
    }

    private void pullUntilOver() {
        while (!over.get()) {
            try {
                rsync.pullAtOnce(box, Account.NOBODY);
                look();
            } catch (Exception failed) {
                complaints.add(String.valueOf(failed.getMessage()));
            }
        }
    }

    private void look() throws IOException {
        List<String> names = names();
        if (!names.containsAll(lasting)) {
            complaints.add("the box has only " + names);
        }
        for (String name : names) {
            byte[] torrent = Files.readAllBytes(box.resolve(name));
            String hash = new TorrentReader()
                    .read(torrent)
                    .torrent()
                    .map(whole -> whole.fileHash().hex())
                    .orElse("no torrent");
            if (!name.equals(hash + ".torrent")) {
                complaints.add(name + " holds " + hash);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(box)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }
}
