package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final ProgressPrinter printer =
            new ProgressPrinter(new PrintStream(printed, true, StandardCharsets.UTF_8), nanos::get);

    @Test
    void saysOncePerSecondHowFarItIs() {
        for (int done = 0; done <= 25; done++) {
            printer.report(done, 25);
            nanos.addAndGet(100_000_000);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("10 of 25 files\n20 of 25 files\n");
    }

    @Test
    void aShortPublicationPrintsNothing() {
        printer.report(0, 3);
        printer.report(3, 3);

        assertThat(printed.size()).isZero();
    }
}
