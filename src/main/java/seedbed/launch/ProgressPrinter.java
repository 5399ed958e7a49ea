package seedbed.launch;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import seedbed.release.Progress;

/** Tells how far a publication is, once a second: a small one ends before there is anything to tell. */
final class ProgressPrinter implements Progress {

    private static final long SECOND = 1_000_000_000;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long last;

    ProgressPrinter(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    @Override
    public void report(int done, int total) {
        long now = nanoTime.getAsLong();
        if (now - last >= SECOND) {
            last = now;
            out.println(done + " of " + total + " files");
        }
    }
}
