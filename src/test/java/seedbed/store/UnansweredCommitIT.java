package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.protocol.InfoHash;
import seedbed.savings.DayTraffic;
import seedbed.savings.Growth;
import seedbed.savings.Side;
import seedbed.savings.Traffic;
import seedbed.savings.TrafficUnavailable;
import seedbed.store.LossyConnection.Break;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.SwarmChanges;

/** What is added to counts is added once, whether or not a commit that was not answered took place. */
class UnansweredCommitIT {

    private static final InfoHash ONE = InfoHash.ofHex("11".repeat(20));
    private static final InfoHash TWO = InfoHash.ofHex("22".repeat(20));
    private static final Instant HOUR = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private DatabaseAddress address;
    private LossyConnection line;
    private Database database;

    @BeforeEach
    void connect() throws SQLException, IOException {
        address = TestDatabase.migrated();
        String url = address.url();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        line = new LossyConnection(port);
        database = new Database(new DatabaseAddress(url.replace(":" + port, ":" + line.port()), "", ""), "test", 1);
    }

    @AfterEach
    void hangUp() throws IOException {
        database.close();
        line.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCompletedDownloadIsCountedOnce(Break when) throws Exception {
        PostgresPeerStore store = new PostgresPeerStore(database, UUID.randomUUID(), System::nanoTime);
        TestDatabase.execute(address, "INSERT INTO swarm VALUES (decode(repeat('11', 20), 'hex'), 5)");

        line.breakAt(when);
        if (when == Break.NEVER) {
            store.save(completed(Map.of(ONE, 3L, TWO, 1L)));
        } else {
            assertThatThrownBy(() -> store.save(completed(Map.of(ONE, 3L, TWO, 1L))))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(store.save(completed(Map.of(ONE, 4L, TWO, 1L)))).isEqualTo(Map.of(ONE, 9L, TWO, 1L));
            store.save(completed(Map.of()));
        }
        assertThat(store.save(completed(Map.of(TWO, 1L)))).isEqualTo(Map.of(TWO, 2L));
        assertThat(store.loadCompleted()).isEqualTo(Map.of(ONE, when == Break.NEVER ? 8L : 9L, TWO, 2L));
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreCountedOnce(Break when) {
        PostgresTrafficStore store = new PostgresTrafficStore(database);
        Traffic first = new Traffic(ONE, HOUR, Side.CAMPUS, new Growth(500, 50));
        Traffic more = new Traffic(ONE, HOUR, Side.CAMPUS, new Growth(600, 50));
        Traffic box = new Traffic(TWO, HOUR, Side.SEED_BOX, new Growth(7, 0));

        line.breakAt(when);
        if (when == Break.NEVER) {
            store.add(List.of(more));
        } else {
            assertThatThrownBy(() -> store.add(List.of(first))).isInstanceOf(TrafficUnavailable.class);
            store.add(List.of(more, box));
        }
        store.add(List.of(box));

        assertThat(store.daily(DAY, DAY))
                .containsExactly(new DayTraffic(DAY, new Growth(600, 50), new Growth(when == Break.NEVER ? 7 : 14, 0)));
    }

    private static SwarmChanges completed(Map<InfoHash, Long> counts) {
        return new SwarmChanges(List.of(), List.of(), counts);
    }
}
