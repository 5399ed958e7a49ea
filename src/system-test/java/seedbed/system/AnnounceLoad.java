package seedbed.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import seedbed.bencode.BencodeException;

/**
 * Seeds that announce themselves one after the other, each once, at a port of its own. One whose announce fails tries
 * again, as clients do.
 */
final class AnnounceLoad implements AutoCloseable {

    static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private static final int THREADS = 4;
    private static final int FIRST_PORT = 1000;
    private static final Duration PAUSE = Duration.ofMillis(4);

    private final Http tracker;
    private final AtomicInteger nextPort = new AtomicInteger(FIRST_PORT);
    private final Map<Integer, Long> answered = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private AnnounceLoad(Http tracker) {
        this.tracker = tracker;
    }

    /** Announces until it is closed. */
    static AnnounceLoad on(Http tracker) {
        AnnounceLoad load = new AnnounceLoad(tracker);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(load::announceAll, "load");
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void announceAll() {
        while (!over) {
            int port = nextPort.getAndIncrement();
            while (!over && !announce(port)) {
                failures.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Announces the seed at a port; whether that succeeded. */
    boolean announce(int port) {
        long start = System.nanoTime();
        boolean success = isAnswered(tracker, port, "started");
        if (success) {
            long end = System.nanoTime();
            answered.put(port, end);
            slowest.accumulateAndGet(end - start, Math::max);
        }
        return success;
    }

    /** One announce of the seed at a port. */
    static boolean isAnswered(Http tracker, int port, String event) {
        try {
            HttpAnswer answer = tracker.get(query(port, event));
            return answer.status() == 200 && TrackerAnswer.of(answer).failure().isEmpty();
        } catch (IOException | BencodeException failed) {
            return false;
        }
    }

    /** What the seed at a port asks for. */
    static String query(int port, String event) {
        String hash = HASH.replaceAll("..", "%$0");
        return "/announce?info_hash=%s&peer_id=-XX0001-abcdefg%05d&port=%d&uploaded=0&downloaded=0&left=0&event=%s&key=%d"
                .formatted(hash, port, port, event, port);
    }

    /** The ports of all that had a success, up to now. */
    Set<Integer> announced() {
        return new HashSet<>(answered.keySet());
    }

    /** Those of them that had it before a moment, as {@link System#nanoTime} tells it. */
    Set<Integer> announcedBefore(long nanos) {
        Set<Integer> ports = new HashSet<>();
        answered.forEach((port, time) -> {
            if (time - nanos < 0) {
                ports.add(port);
            }
        });
        return ports;
    }

    /** How often an announce had no answer, or not a success. */
    int failures() {
        return failures.get();
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    static int threads() {
        return THREADS;
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
