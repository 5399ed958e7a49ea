package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.Event;

/** What restarts, clocks, silence and a store that is away do to a ledger: nothing. */
final class LedgerLifeTest extends LedgerScene {

    @Test
    void aDownloadGoesOnAcrossARestartOfTheTracker() {
        learn(STUDENT, 400_000, 0, 600_000, Duration.ofMinutes(10));
        announce(STUDENT, Event.NONE, 700_000, 0, 300_000);

        assertThat(savings().provided()).isEqualTo(300_000);
    }

    @Test
    void theCapOfASessionHoldsAcrossARestartOfTheTracker() {
        learn(STUDENT, SIZE, 0, 0, Duration.ofMinutes(10));
        announce(STUDENT, Event.NONE, SIZE, 0, SIZE);
        announce(STUDENT, Event.NONE, 2 * SIZE, 0, 0);

        assertThat(savings().provided()).isEqualTo(50_000);
    }

    @Test
    void aClockThatIsSetChangesNothingButTheDay() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.record(request(Event.STARTED, 0, 0, SIZE, 1), IpAddress.of(STUDENT));
        time.pass(Duration.ofSeconds(60));
        time.setWall(time.instant().minus(Duration.ofDays(2)));
        capped.record(request(Event.NONE, 50_000, 0, SIZE - 50_000, 1), IpAddress.of(STUDENT));
        capped.expire(Duration.ofHours(2));
        time.pass(Duration.ofSeconds(60));
        capped.record(request(Event.NONE, 200_000, 0, SIZE - 200_000, 1), IpAddress.of(STUDENT));

        assertThat(capped.counted(Side.CAMPUS)).isEqualTo(new Growth(110_000, 0));
    }

    @Test
    void rollingUpLeavesEveryDayAsItIs() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        for (int hour = 1; hour <= 10; hour++) {
            time.pass(Duration.ofHours(5));
            announce(STUDENT, Event.NONE, hour * 100_000L, 0, SIZE - hour * 100_000L);
        }
        Savings before = ledger.savings(5, Optional.empty());

        ledger.rollUp(Duration.ofDays(1));

        assertThat(ledger.savings(5, Optional.empty())).isEqualTo(before);
        assertThat(store.kept)
                .filteredOn(entry -> entry.hour().toString().endsWith("T00:00:00Z"))
                .hasSize(2);
    }

    @Test
    void aSessionThatWasSilentTooLongBeginsAnew() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        time.pass(Duration.ofHours(3));
        ledger.expire(Duration.ofHours(2));
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);

        assertThat(savings().provided()).isZero();
    }

    @Test
    void nothingIsLostWhileTheStoreIsAway() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        store.away = true;
        assertThatThrownBy(ledger::flush).isInstanceOf(TrafficUnavailable.class);
        announce(STUDENT, Event.NONE, 600_000, 0, 400_000);
        store.away = false;

        assertThat(savings().provided()).isEqualTo(600_000);
    }

    @Test
    void everyDayOfTheRangeIsThereAndTheSumIsOfAll() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 100_000, 0, 900_000);
        time.pass(Duration.ofDays(2));
        announce(STUDENT, Event.NONE, 300_000, 0, 700_000);

        Savings savings = ledger.savings(4, Optional.empty());

        assertThat(savings.from()).isEqualTo("2026-11-23");
        assertThat(savings.to()).isEqualTo("2026-11-26");
        assertThat(savings.days()).extracting(Savings.Day::provided).containsExactly(0L, 100_000L, 0L, 200_000L);
        assertThat(savings.provided()).isEqualTo(300_000);
    }
}
