package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.savings.LinkDay;
import seedbed.savings.LinkGrowth;
import seedbed.savings.LinkReading;
import seedbed.savings.TrafficUnavailable;

final class PostgresLinkStoreIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private Database database;
    private PostgresLinkStore store;

    @BeforeEach
    void openStore() throws SQLException {
        database = new Database(TestDatabase.migrated(), "test", 2);
        store = new PostgresLinkStore(database);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    @Test
    void theFirstReadingIsABaselineAndTheNextCountsTheGrowth() {
        assertThat(take("router", "09:00", 5_000, 700)).isEqualTo(LinkGrowth.NONE);
        assertThat(take("router", "10:00", 6_000, 900)).isEqualTo(new LinkGrowth(1_000, 200));
        assertThat(take("router", "11:30", 6_500, 900)).isEqualTo(new LinkGrowth(500, 0));

        assertThat(store.daily(TODAY, TODAY)).containsExactly(new LinkDay("router", TODAY, new LinkGrowth(1_500, 200)));
    }

    @Test
    void aCounterThatFallsBeginsAnew() {
        take("router", "09:00", 5_000, 700);
        assertThat(take("router", "10:00", 100, 100)).isEqualTo(LinkGrowth.NONE);
        assertThat(take("router", "11:00", 150, 100)).isEqualTo(new LinkGrowth(50, 0));
    }

    @Test
    void aReadingThatComesTwiceOrLateChangesNothing() {
        take("router", "09:00", 5_000, 700);
        take("router", "10:00", 6_000, 700);

        assertThat(store.take(reading("router", "10:00", 9_000, 700))).isEmpty();
        assertThat(store.take(reading("router", "09:30", 5_500, 700))).isEmpty();
        assertThat(take("router", "11:00", 6_001, 700)).isEqualTo(new LinkGrowth(1, 0));
    }

    @Test
    void sourcesAndDaysAreKeptApart() {
        take("router", "09:00", 0, 0);
        take("box1", "09:00", 10, 10);
        take("box1", "09:05", 11, 13);
        take("router", "09:10", 7, 8);
        store.take(new LinkReading("router", Instant.parse("2026-11-25T00:00:00Z"), 100, 8));

        assertThat(store.daily(TODAY, TODAY.plusDays(1)))
                .containsExactly(
                        new LinkDay("box1", TODAY, new LinkGrowth(1, 3)),
                        new LinkDay("router", TODAY, new LinkGrowth(7, 8)),
                        new LinkDay("router", TODAY.plusDays(1), new LinkGrowth(93, 0)));
    }

    @Test
    void oldHoursBecomeDays() {
        take("router", "09:00", 0, 0);
        take("router", "10:00", 5, 6);
        take("router", "11:00", 7, 8);
        new PostgresTrafficStore(database).rollUp(Instant.parse("2026-11-25T00:00:00Z"));

        assertThat(store.daily(TODAY, TODAY)).containsExactly(new LinkDay("router", TODAY, new LinkGrowth(7, 8)));
        assertThat(take("router", "12:00", 8, 8)).isEqualTo(new LinkGrowth(1, 0));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        Database away = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "", ""), "test", 1);

        assertThatThrownBy(() -> new PostgresLinkStore(away).take(reading("router", "09:00", 1, 1)))
                .isInstanceOf(TrafficUnavailable.class);
        away.close();
    }

    private LinkGrowth take(String source, String time, long in, long out) {
        return store.take(reading(source, time, in, out)).orElseThrow();
    }

    private static LinkReading reading(String source, String time, long in, long out) {
        return new LinkReading(source, Instant.parse("2026-11-24T" + time + ":00Z"), in, out);
    }
}
