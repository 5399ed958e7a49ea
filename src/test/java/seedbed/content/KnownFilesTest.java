package seedbed.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownFilesTest {

    private final AtomicInteger reads = new AtomicInteger();

    private SourceFile text(String text, Optional<String> version) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile("a.txt", Optional.empty(), bytes.length, version, () -> {
            reads.incrementAndGet();
            return bytes;
        });
    }

    @Test
    void bytesWithTheNameOfTheLastReadingAreNotReadAgain() throws IOException {
        KnownFiles first = KnownFiles.none();
        first.text(text("one", Optional.of("1")));

        assertThat(first.next().text(text("one", Optional.of("1"))).text()).isEqualTo("one");
        assertThat(reads).hasValue(1);
    }

    @Test
    void bytesWithAnotherNameAreRead() throws IOException {
        KnownFiles first = KnownFiles.none();
        first.text(text("one", Optional.of("1")));

        assertThat(first.next().text(text("two", Optional.of("2"))).text()).isEqualTo("two");
    }

    @Test
    void bytesWithoutANameAreReadEachTime() throws IOException {
        KnownFiles first = KnownFiles.none();
        first.text(text("one", Optional.empty()));

        assertThat(first.next().text(text("two", Optional.empty())).text()).isEqualTo("two");
    }

    @Test
    void whatTheReadingBeforeTheLastKnewIsForgotten() throws IOException {
        KnownFiles first = KnownFiles.none();
        first.text(text("one", Optional.of("1")));

        first.next().next().text(text("one", Optional.of("1")));

        assertThat(reads).hasValue(2);
    }

    @Test
    void whatCannotBeReadSaysWhyEachTime() {
        KnownFiles files = KnownFiles.none();
        SourceFile broken = new SourceFile("a.txt", Optional.empty(), 1, Optional.of("1"), () -> {
            throw new IOException("it is gone");
        });

        assertThatThrownBy(() -> files.text(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("it is gone");
        assertThatThrownBy(() -> files.text(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("it is gone");
    }
}
