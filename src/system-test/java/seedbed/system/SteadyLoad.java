package seedbed.system;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import seedbed.bencode.BencodeException;

/** Seeds like those of {@link AnnounceLoad} that announce at a steady rate, again and again, whatever happens to the mirror, and remember each announce that failed. */
final class SteadyLoad implements AutoCloseable {

    private static final int FIRST_PORT = 10_000;
    private static final int CLIENTS = 2_000;
    private static final int AT_ONCE = 4;

    private final Http http;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(AT_ONCE);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private SteadyLoad(Http http) {
        this.http = http;
    }

    /** Announces so often until it is stopped. */
    static SteadyLoad start(Http http, int perSecond) {
        SteadyLoad load = new SteadyLoad(http);
        for (int i = 0; i < AT_ONCE; i++) {
            var unused = load.timer.scheduleWithFixedDelay(
                    load::announce, 0, 1_000_000L * AT_ONCE / perSecond, TimeUnit.MICROSECONDS);
        }
        return load;
    }

    private void announce() {
        int port = FIRST_PORT + next.getAndIncrement() % CLIENTS;
        try {
            TrackerAnswer answer = TrackerAnswer.of(http.get(AnnounceLoad.query(port, "")));
            answer.failure().ifPresentOrElse(failures::add, () -> answered.add(port));
            answers.incrementAndGet();
        } catch (IOException | BencodeException | AssertionError failed) {
            failures.add(failed.toString());
        }
    }

    /** Announces that were answered so far, whatever the answer. */
    int answers() {
        return answers.get();
    }

    /** The ports of all clients that were given peers. */
    Set<Integer> answered() {
        return Set.copyOf(answered);
    }

    /** What went wrong, in words. */
    List<String> failures() {
        return failures;
    }

    /** Lets the last ones end. */
    void stop() {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
