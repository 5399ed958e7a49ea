package seedbed.launch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What a mirror is asked all day: announces of a few thousand clients that come, download, complete and go, scrapes, and
 * pages, at a bounded rate. A client is one of a fixed number, so that what is kept of them has an end.
 */
final class SoakLoad implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int CLIENTS = 3_000;
    private static final long SIZE = 1_000_000_000L;

    private final RawHttp http;
    private final List<String> hashes;
    private final boolean mayFail;
    private final RandomGenerator random;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    /**
     * @param hashes percent-encoded
     * @param mayFail whether the node is one that is restarted
     */
    SoakLoad(RawHttp http, List<String> hashes, int perSecond, boolean mayFail, long seed) {
        this.http = http;
        this.hashes = List.copyOf(hashes);
        this.mayFail = mayFail;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long pause = TimeUnit.SECONDS.toMicros(THREADS) / perSecond;
        for (int i = 0; i < THREADS; i++) {
            var unused = timer.scheduleAtFixedRate(this::request, 0, pause, TimeUnit.MICROSECONDS);
        }
    }

    private void request() {
        int kind;
        String target;
        synchronized (random) {
            kind = random.nextInt(100);
            target = kind < 85 ? announce() : kind < 95 ? scrape() : kind < 98 ? "/swarms.json" : "/";
        }
        try {
            RawHttp.Answer answer = http.send("GET", target, "X-Forwarded-For: 10.0." + kind + ".7");
            requests.incrementAndGet();
            if (answer.status() != 200) {
                failed(target + ": " + answer.status());
            } else if (kind < 95 && answer.text().contains("failure reason")) {
                refused.incrementAndGet();
            }
        } catch (AssertionError unanswered) {
            failed(unanswered.toString());
        }
    }

    private void failed(String how) {
        if (!mayFail) {
            failures.add(how);
        }
    }

    private String announce() {
        int client = random.nextInt(CLIENTS);
        long left = random.nextInt(4) * SIZE / 3;
        String event = List.of("", "&event=started", "&event=completed", "&event=stopped")
                .get(random.nextInt(4));
        return "/announce?info_hash=" + hashes.get(client % hashes.size())
                + "&peer_id=-SK0001-" + (100_000_000_000L + client) + "&port=" + (10_000 + client) + "&left=" + left
                + "&downloaded=" + (SIZE - left) + "&uploaded=" + random.nextInt(1_000_000) + "&key=" + client + event;
    }

    private String scrape() {
        return "/scrape?info_hash=" + hashes.get(random.nextInt(hashes.size()));
    }

    long requests() {
        return requests.get();
    }

    /** Tracker requests that were answered with a failure. */
    long refused() {
        return refused.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(70, TimeUnit.SECONDS);
    }
}
