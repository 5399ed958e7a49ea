package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.protocol.InfoHash;
import seedbed.savings.DayTraffic;
import seedbed.savings.Growth;
import seedbed.savings.Side;
import seedbed.savings.Traffic;
import seedbed.savings.TrafficUnavailable;

class PostgresTrafficStoreIT {

    private static final InfoHash ONE = InfoHash.ofHex("11".repeat(20));
    private static final InfoHash TWO = InfoHash.ofHex("22".repeat(20));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Growth NONE = new Growth(0, 0);

    private Database database;
    private PostgresTrafficStore store;

    @BeforeEach
    void openStore() throws SQLException {
        database = new Database(tables(), "test", 2);
        store = new PostgresTrafficStore(database);
    }

    /** A database whose tables are as the store is to find them. */
    DatabaseAddress tables() throws SQLException {
        return TestDatabase.migrated();
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
    void oneTorrentIsReadByItsHashes() {
        store.add(List.of(
                traffic(ONE, "2026-11-24T00:00:00Z", Side.CAMPUS, 5, 1),
                traffic(TWO, "2026-11-24T23:00:00Z", Side.CAMPUS, 7, 2)));

        assertThat(store.daily(TODAY, TODAY, Set.of(TWO)))
                .containsExactly(new DayTraffic(TODAY, new Growth(7, 2), NONE));
        assertThat(store.daily(TODAY, TODAY, Set.of(ONE, TWO)))
                .containsExactly(new DayTraffic(TODAY, new Growth(12, 3), NONE));
        assertThat(store.daily(TODAY, TODAY, Set.of())).isEmpty();
    }

    @Test
    void oldHoursBecomeDaysOfTheSameSum() throws SQLException {
        for (int hour = 0; hour < 24; hour++) {
            String time = String.format("T%02d:00:00Z", hour);
            store.add(List.of(
                    traffic(ONE, "2026-11-22" + time, Side.CAMPUS, 10 + hour, 1),
                    traffic(ONE, "2026-11-22" + time, Side.SEED_BOX, 0, hour),
                    traffic(TWO, "2026-11-23" + time, Side.CAMPUS, Long.MAX_VALUE / 2, 0)));
        }
        List<DayTraffic> before = store.daily(TODAY.minusDays(3), TODAY);

        store.rollUp(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(rows()).as("two sides of the 22nd, all hours of the 23rd").isEqualTo(2 + 24);
        store.rollUp(Instant.parse("2026-11-24T00:00:00Z"));
        store.rollUp(Instant.parse("2026-11-24T00:00:00Z"));

        assertThat(rows()).isEqualTo(2 + 1);
        assertThat(store.daily(TODAY.minusDays(3), TODAY)).isEqualTo(before);
    }

    @Test
    void whatComesLateForADayThatWasRolledUpIsAddedToIt() {
        store.add(List.of(traffic(ONE, "2026-11-22T07:00:00Z", Side.CAMPUS, 10, 1)));
        store.rollUp(Instant.parse("2026-11-23T00:00:00Z"));
        store.add(List.of(traffic(ONE, "2026-11-22T09:00:00Z", Side.CAMPUS, 5, 1)));
        store.rollUp(Instant.parse("2026-11-23T00:00:00Z"));

        assertThat(store.daily(TODAY.minusDays(3), TODAY))
                .containsExactly(new DayTraffic(TODAY.minusDays(2), new Growth(15, 2), NONE));
    }

    private long rows() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM traffic")) {
            count.next();
            return count.getLong(1);
        }
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
