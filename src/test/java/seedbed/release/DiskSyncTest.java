package seedbed.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSyncTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1_500})
    void tellsOfEachFile(int files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            written.add(Files.writeString(folder.resolve("file-" + i), "bytes"));
        }
        AtomicInteger told = new AtomicInteger();

        DiskSync.sync(folder, written, new Tally((done, total) -> told.set(done), files));

        assertThat(told).hasValue(files);
    }

    @Test
    void aFileThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> DiskSync.sync(folder, List.of(folder.resolve("none")), new Tally(Progress.NONE, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
    }
}
