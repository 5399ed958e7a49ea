package seedbed.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class DatabaseWriterTest {

    @Test
    void writesOnceMoreAtTheEnd() {
        AtomicInteger written = new AtomicInteger();
        DatabaseWriter writer = new DatabaseWriter(List.of(written::incrementAndGet), 1);

        writer.close();

        assertThat(written).hasValue(1);
    }

    @Test
    void endsThoughTheDatabaseDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        DatabaseWriter writer = new DatabaseWriter(List.of(() -> awaitAnswer(never)), 1);

        writer.close();

        assertThat(never.getCount()).isEqualTo(1);
        never.countDown();
    }

    private static void awaitAnswer(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
