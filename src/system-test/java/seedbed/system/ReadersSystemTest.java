package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What readers see while the site is replaced under them, again and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ReadersSystemTest {

    private static final int PUBLICATIONS = 200;
    private static final List<String> PAGES =
            List.of("/", "/changing.html", "/film.torrent", "/film.html", "/feed.xml", "/catalogue.json");

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private Path content;
    private RunningMirror mirror;

    @BeforeAll
    void startTheMirror() throws Exception {
        content = bench.directory("content");
        Files.writeString(content.resolve("changing.txt"), "# Before the first change\n");
        Payload.write(bench.directory("files"), content.resolve("film.torrent"), "film.bin", 100_000, 5);
        mirror = RunningMirror.start(bench, Map.of("content.dir", content.toString()));
    }

    @Test
    @DisplayName("two hundred publications long, no reader meets an error or an empty page")
    void readersMeetNoGap() throws Exception {
        Thread reader = new Thread(this::readUntilOver, "reader");
        reader.start();
        try {
            for (int i = 1; i <= PUBLICATIONS; i++) {
                Files.writeString(content.resolve("changing.txt"), "# Change " + i + "\n");
                assertThat(mirror.publish().text()).contains("\"succeeded\"");
            }
        } finally {
            over.set(true);
            reader.join();
        }

        assertThat(complaints).isEmpty();
        assertThat(reads.get()).isGreaterThan(PUBLICATIONS);
        assertThat(mirror.front().get("/changing.html").text()).contains("Change " + PUBLICATIONS);
    }

    private void readUntilOver() {
        while (!over.get()) {
            for (String page : PAGES) {
                read(page);
            }
        }
    }

    private void read(String page) {
        try {
            HttpAnswer answer = mirror.front().get(page);
            if (answer.status() != 200 || answer.bytes().length == 0) {
                complaints.add(page + ": " + answer);
            }
            reads.incrementAndGet();
        } catch (IOException broken) {
            complaints.add(page + ": " + broken);
        }
    }
}
