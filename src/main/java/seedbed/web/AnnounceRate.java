package seedbed.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How many announces a second come in, over the last minute. Costs an announce nothing: a timer looks at the total. */
public final class AnnounceRate {

    /** How often {@link #sample} is to be called, in seconds. */
    public static final int PERIOD = 5;

    private static final int SAMPLES = 60 / PERIOD + 1;
    private static final double NANOS = 1e9;

    private final TrackerMetrics metrics;
    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(double total, long nanos) {}

    /** @param nanoTime only differences matter */
    public AnnounceRate(TrackerMetrics metrics, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        sample();
    }

    /** Looks at the total now. */
    public synchronized void sample() {
        samples.addLast(new Sample(metrics.announces(), nanoTime.getAsLong()));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    /** Since the oldest look of the last minute, rounded to tenths. */
    synchronized double perSecond() {
        Sample oldest = samples.getFirst();
        double seconds = (nanoTime.getAsLong() - oldest.nanos()) / NANOS;
        double announces = metrics.announces() - oldest.total();
        return seconds <= 0 ? 0 : Math.round(10 * announces / seconds) / 10.0;
    }
}
