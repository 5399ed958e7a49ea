package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.release.PublicationReport.State;

class ReadersTest {

    private static final int SWAPS = 200;
    private static final int LENGTH = 20_000;

    @TempDir
    private Path folder;

    @Test
    void neverSeeAMissingOrHalfWrittenFile() throws Exception {
        Mirror mirror = new Mirror(folder.resolve("publish"));
        publish(mirror, 0);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> reader = () -> readUntil(done, mirror.current().resolve("webroot/a/page.html"));
            List<Future<Integer>> reading = List.of(readers.submit(reader), readers.submit(reader));
            for (int i = 1; i <= SWAPS; i++) {
                publish(mirror, i);
            }
            done.set(true);
            for (Future<Integer> reads : reading) {
                assertThat(reads.get()).as("reads without a fault").isGreaterThan(SWAPS);
            }
        } finally {
            done.set(true);
            readers.shutdown();
        }
    }

    private static void publish(Mirror mirror, int version) {
        String text = String.valueOf((char) ('a' + version % 26)).repeat(LENGTH);
        mirror.tree().with("a/page.txt", text).with("version.txt", String.valueOf(version));
        assertThat(mirror.publish().state()).isEqualTo(State.SUCCEEDED);
    }

    private static int readUntil(AtomicBoolean done, Path file) throws IOException {
        int reads = 0;
        while (!done.get()) {
            String text = Files.readString(file);
            assertThat(text).hasSize(LENGTH);
            assertThat(text.chars().distinct().count()).isEqualTo(1);
            reads++;
        }
        return reads;
    }
}
