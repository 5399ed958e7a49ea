package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import seedbed.protocol.InfoHash;
import seedbed.swarm.Announce;
import seedbed.swarm.Reply;

/** Nonsense by the hundred thousand, over real connections. */
final class FuzzedRequestsIT {

    private static final int REQUESTS = 100_000;
    private static final int THREADS = 4;
    /** The two torrents in the queries of real clients. */
    private static final List<InfoHash> LISTED = List.of(
            InfoHash.of("aaaaaaaaaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII)),
            InfoHash.ofHex("5bf3a201006e9d0e7ac2b41f88e703d67f712c99"));

    @TempDir
    private Path folder;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    @Timeout(300)
    @DisplayName("100 000 spoiled requests get an answer or a refusal each, and the tracker is as good as before")
    void everyRequestIsAnswered() throws Exception {
        try (RunningMirror mirror = RunningMirror.in(folder)) {
            HttpTracker tracker = mirror.tracker();
            LISTED.forEach(tracker::list);

            sendAll(mirror.port());

            assertThat(answered).hasValueGreaterThan(REQUESTS / 10);
            assertThat(refused).hasValueGreaterThan(REQUESTS / 10);
            assertThat(Announce.of(tracker.newTorrent()).seed().to(tracker).complete())
                    .isEqualTo(1);
        }
    }

    private void sendAll(int port) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> shares = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                shares.add(() -> sendShare(port, first));
            }
            for (Future<Boolean> share : threads.invokeAll(shares)) {
                share.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean sendShare(int port, int first) throws IOException {
        KeptConnection connection = new KeptConnection(port);
        try {
            for (int seed = first; seed < REQUESTS; seed += THREADS) {
                if (send(connection, seed)) {
                    connection.close();
                    connection = new KeptConnection(port);
                }
            }
        } finally {
            connection.close();
        }
        return true;
    }

    /** Sends one; whether the server closes the connection after it. */
    private boolean send(KeptConnection connection, int seed) {
        FuzzedRequest request = FuzzedRequest.of(seed);
        try {
            RawHttp.Answer answer = connection.get(request.target(), request.forwardedFor());
            check(request, answer);
            // After a request that is no HTTP the server closes, whether it says so or not.
            return answer.status() >= 400
                    || answer.header("connection").orElse("").equals("close");
        } catch (IOException | RuntimeException | AssertionError fault) {
            throw new AssertionError("seed " + seed + ": " + request, fault);
        }
    }

    private void check(FuzzedRequest request, RawHttp.Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.text()).doesNotContain("\tat ", "Exception", "org.eclipse", "the tracker failed");
        boolean asksTheTracker =
                request.target().startsWith("/announce?") || request.target().startsWith("/scrape?");
        if (asksTheTracker && answer.status() == 200) {
            assertThat(answer.header("content-type").orElse("none")).startsWith("text/plain");
            (Reply.read(answer.body()).isRefusal() ? refused : answered).incrementAndGet();
        }
    }
}
