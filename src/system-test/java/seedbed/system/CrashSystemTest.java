package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left when a program or the disk fails while clients announce. */
@Timeout(240)
class CrashSystemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SLOW = Duration.ofSeconds(3);

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static int count;

    private PostgresServer postgres;
    private Path home;
    private TrackerNode tracker;

    @BeforeEach
    void startAll() throws Exception {
        count++;
        home = BENCH.directory("tracker" + count);
        postgres = PostgresServer.create(BENCH, "postgres" + count).start();
        tracker = TrackerNode.start(BENCH, postgres, home);
        tracker.list();
    }

    @Test
    @DisplayName("a tracker that is killed loses at most the announces of two seconds")
    void trackerKilled() throws Exception {
        AnnounceLoad load = AnnounceLoad.on(tracker.http());
        awaitWritten(500);
        long killed = System.nanoTime();
        tracker.process().kill();
        load.close();
        Set<Integer> written = postgres.peers();
        assertThat(written)
                .containsAll(load.announcedBefore(killed - Duration.ofSeconds(2).toNanos()));

        TrackerNode again = TrackerNode.start(BENCH, postgres, home);
        Eventually.within(PATIENCE, () -> again.assertSeeds(written.size()));
        for (int port : load.announced()) {
            assertThat(AnnounceLoad.isAnswered(again.http(), port, "")).isTrue();
        }
        written.addAll(load.announced());
        again.assertSeeds(written.size());
        assertThat(again.process().stop()).isZero();
        assertThat(postgres.peers()).isEqualTo(written);
    }

    @Test
    @DisplayName("PostgreSQL that is killed and started again has everything in the end")
    void databaseKilled() throws Exception {
        AnnounceLoad load = AnnounceLoad.on(tracker.http());
        awaitWritten(200);
        postgres.kill();
        awaitAnnounced(load, load.announced().size() + 500);
        postgres.start();
        assertAllIsWritten(load);
    }

    @Test
    @DisplayName("PostgreSQL that is frozen for ten seconds is noticed by no client and has everything in the end")
    void databaseFrozen() throws Exception {
        AnnounceLoad load = AnnounceLoad.on(tracker.http());
        awaitWritten(200);
        postgres.freeze();
        LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
        postgres.thaw();
        assertAllIsWritten(load);
        assertThat(load.slowest()).isLessThan(SLOW);
    }

    @Test
    @DisplayName("a tracker ends soon though PostgreSQL is frozen, and says what it could not write")
    void stoppedWhileFrozen() throws Exception {
        postgres.freeze();
        assertThat(AnnounceLoad.isAnswered(tracker.http(), 7001, "started")).isTrue();

        // Within the patience of those who start and stop programs.
        assertThat(tracker.process().stop()).isZero();
        postgres.thaw();
        assertThat(tracker.process().output())
                .contains("1 peers that came, changed or went")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("a full disk holds nobody up, and what was announced meanwhile is written once there is room")
    void diskFull() throws Exception {
        Path small = Account.POSTGRES.directory(BENCH.path("small"));
        Program.output(
                "mount", BENCH.path(""), List.of("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString()));
        BENCH.add(() -> Program.output("umount", BENCH.path(""), List.of("umount", "-l", small.toString())));
        Path space = Account.POSTGRES.directory(small.resolve("space"));
        postgres.execute("CREATE TABLESPACE small LOCATION '" + space + "'");
        postgres.execute("ALTER TABLE peer SET TABLESPACE small");
        Path filler = Files.write(small.resolve("filler"), new byte[1_900_000]);

        AnnounceLoad load = AnnounceLoad.on(tracker.http());
        Eventually.within(
                PATIENCE,
                () -> assertThat(tracker.process().output()).contains("peers wait in memory", "No space left"));
        Files.delete(filler);
        assertAllIsWritten(load);
    }

    private void awaitWritten(int peers) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(postgres.peers()).hasSizeGreaterThan(peers));
    }

    private static void awaitAnnounced(AnnounceLoad load, int peers) throws Exception {
        Eventually.within(PATIENCE, () -> assertThat(load.announced()).hasSizeGreaterThan(peers));
    }

    private void assertAllIsWritten(AnnounceLoad load) throws Exception {
        load.close();
        assertThat(load.failures()).isZero();
        tracker.assertSeeds(load.announced().size());
        Eventually.within(PATIENCE, () -> assertThat(postgres.peers()).isEqualTo(load.announced()));
        assertThat(tracker.process().output()).doesNotContain("\tat ");
    }
}
