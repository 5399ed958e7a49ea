package seedbed.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mirror of two nodes lives through a long day in a short time: load, publications, a database that is restarted, and
 * a second node that is. The first node lives through all of it and must end as it was: no leaked memory, thread,
 * descriptor or temporary file.
 */
final class MirrorSoak {

    private static final int TORRENTS = 20;
    private static final int PER_SECOND = 60;
    private static final int SAMPLES = 30;
    private static final int LEAST_SAMPLES = 6;
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(10);
    private static final long SEED = 20090401;

    @TempDir
    private Path folder;

    private final Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    private final List<Vitals> samples = new ArrayList<>();
    private long begin;
    private int publications;
    private int databaseRestarts;
    private int nodeRestarts;

    @Test
    void aNodeThatLivesThroughEverythingEndsAsItWas() throws Exception {
        Path content = folder.resolve("content");
        FileUtils.copyDirectory(Path.of("src/sample/content").toFile(), content.toFile());
        List<String> hashes = hashes();
        try (SoakDatabase database = new SoakDatabase(folder.resolve("postgres"));
                SoakNode lasting = new SoakNode(folder.resolve("lasting"), content, database.url());
                SoakNode restarted = new SoakNode(folder.resolve("restarted"), content, database.url())) {
            hashes.forEach(hash -> admin(lasting, "PUT", "/admin/whitelist/" + hash.replace("%", "")));
            try (SoakLoad load = new SoakLoad(lasting.http(), hashes, PER_SECOND, false, SEED);
                    SoakLoad more = new SoakLoad(restarted.http(), hashes, PER_SECOND, true, SEED + 1)) {
                live(content, database, lasting, restarted);
                SoakReport report = report(load, more);
                report.write(Path.of(System.getProperty("soak.report")));
                assertThat(report.growing()).isEmpty();
                assertThat(load.failures()).isEmpty();
                assertThat(lasting.log()).doesNotContain("met a defect", "OutOfMemory");
            }
        }
    }

    /** A sample at equal distances, and after each a publication and, in turn, a restart of the database or a node. */
    private void live(Path content, SoakDatabase database, SoakNode lasting, SoakNode restarted) throws Exception {
        begin = System.nanoTime();
        long pause = Math.max(length.toMillis() / SAMPLES, LEAST_PAUSE.toMillis());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 1; since().compareTo(length) < 0 || i <= LEAST_SAMPLES; i++) {
                timer.schedule(
                                () -> samples.add(lasting.vitals(since())),
                                i * pause - since().toMillis(),
                                TimeUnit.MILLISECONDS)
                        .get();
                publish(content, lasting);
                if (i % 3 == 1) {
                    database.restart();
                    databaseRestarts++;
                }
                if (i % 3 == 2) {
                    restarted.restart();
                    nodeRestarts++;
                }
            }
        } finally {
            timer.shutdown();
        }
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void publish(Path content, SoakNode node) throws IOException {
        Files.writeString(content.resolve("soak.txt"), "# Publication " + publications++ + "\n");
        admin(node, "POST", "/admin/regenerate?wait=true");
    }

    private static void admin(SoakNode node, String method, String path) {
        RawHttp.Answer answer = node.http().send(method, path, "Authorization: Bearer " + RunningMirror.TOKEN);
        assertThat(answer.status())
                .as(method + ' ' + path + ": " + answer.text())
                .isIn(200, 201);
    }

    private SoakReport report(SoakLoad load, SoakLoad more) {
        return new SoakReport(
                samples,
                List.of(
                        "length: " + length.toMinutes() + " minutes, seed " + SEED,
                        "requests to the lasting node: " + load.requests() + ", of which refused: " + load.refused()
                                + ", failed: " + load.failures().size(),
                        "requests to the restarted node: " + more.requests() + ", of which refused: " + more.refused(),
                        "publications: " + publications,
                        "restarts of PostgreSQL: " + databaseRestarts,
                        "restarts of the other node: " + nodeRestarts));
    }

    private static List<String> hashes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < TORRENTS; i++) {
            byte[] hash = new byte[20];
            random.nextBytes(hash);
            hashes.add(HexFormat.of().formatHex(hash).replaceAll("..", "%$0"));
        }
        return hashes;
    }
}
