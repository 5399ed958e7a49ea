package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;
import seedbed.savings.DayTraffic;
import seedbed.savings.Growth;
import seedbed.savings.Side;
import seedbed.savings.Traffic;
import seedbed.savings.TrafficUnavailable;

final class PostgresTrafficStoreIT {

    private static final InfoHash ONE = InfoHash.ofHex("11".repeat(20));
    private static final InfoHash TWO = InfoHash.ofHex("22".repeat(20));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Growth NONE = new Growth(0, 0);

    private Database database;
    private PostgresTrafficStore store;

    @BeforeEach
    void openStore() throws SQLException {
        database = new Database(TestDatabase.migrated(), "test", 2);
        store = new PostgresTrafficStore(database);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    @Test
    void trafficAddsUpByDayAndSide() {
        store.add(List.of(
                traffic(ONE, "2026-11-24T00:00:00Z", Side.CAMPUS, 5, 1),
                traffic(TWO, "2026-11-24T23:00:00Z", Side.CAMPUS, 7, 2),
                traffic(ONE, "2026-11-24T23:00:00Z", Side.SEED_BOX, 11, 3)));
        store.add(List.of(traffic(ONE, "2026-11-24T00:00:00Z", Side.CAMPUS, 100, 0)));

        assertThat(store.daily(TODAY, TODAY))
                .containsExactly(new DayTraffic(TODAY, new Growth(112, 3), new Growth(11, 3)));
    }

    @Test
    void onlyTheDaysAskedForAreRead() {
        store.add(List.of(
                traffic(ONE, "2026-11-22T23:00:00Z", Side.CAMPUS, 1, 0),
                traffic(ONE, "2026-11-23T00:00:00Z", Side.CAMPUS, 2, 0),
                traffic(ONE, "2026-11-25T00:00:00Z", Side.CAMPUS, 4, 0)));

        assertThat(store.daily(TODAY.minusDays(1), TODAY))
                .containsExactly(new DayTraffic(TODAY.minusDays(1), new Growth(2, 0), NONE));
    }

    @Test
    void sumsThatNoColumnHoldsStopAtTheLargestNumber() {
        Traffic huge = traffic(ONE, "2026-11-24T00:00:00Z", Side.CAMPUS, Long.MAX_VALUE, Long.MAX_VALUE);
        store.add(List.of(huge));
        store.add(List.of(huge, traffic(TWO, "2026-11-24T00:00:00Z", Side.CAMPUS, Long.MAX_VALUE, 0)));

        assertThat(store.daily(TODAY, TODAY))
                .containsExactly(new DayTraffic(TODAY, new Growth(Long.MAX_VALUE, Long.MAX_VALUE), NONE));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        Database away = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1);

        assertThatThrownBy(() -> new PostgresTrafficStore(away).daily(TODAY, TODAY))
                .isInstanceOf(TrafficUnavailable.class);
        away.close();
    }

    private static Traffic traffic(InfoHash hash, String hour, Side side, long downloaded, long uploaded) {
        return new Traffic(hash, Instant.parse(hour), side, new Growth(downloaded, uploaded));
    }
}
