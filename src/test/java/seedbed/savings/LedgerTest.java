package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;

/** What counts of what clients say. */
final class LedgerTest extends LedgerScene {

    @Test
    void aDownloadOnTheCampusIsProvided() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 400_000, 0, 600_000);
        announce(STUDENT, Event.COMPLETED, SIZE, 0, 0);

        assertThat(savings().provided()).isEqualTo(SIZE);
    }

    @Test
    void whatASeedBoxFetchesIsNotProvidedButMayBeImported() {
        announce(SEED_BOX, Event.STARTED, 0, 0, SIZE);
        announce(SEED_BOX, Event.COMPLETED, SIZE, 0, 0);

        assertThat(savings().provided()).isZero();
        assertThat(savings().imported()).isEqualTo(new Savings.Interval(SIZE, SIZE));
    }

    @Test
    void whatASeedBoxSendsStaysInside() {
        announce(SEED_BOX, Event.STARTED, 0, 0, 0);
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(SEED_BOX, Event.NONE, 0, SIZE, 0);
        announce(STUDENT, Event.COMPLETED, SIZE, 0, 0);

        assertThat(savings().imported()).isEqualTo(new Savings.Interval(0, 0));
        assertThat(savings().saved()).isEqualTo(new Savings.Interval(SIZE, SIZE));
    }

    @Test
    void whatAStudentSendsMayHaveGoneAnywhere() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.COMPLETED, SIZE, 600_000, 0);

        assertThat(savings().imported()).isEqualTo(new Savings.Interval(400_000, SIZE));
        assertThat(savings().saved()).isEqualTo(new Savings.Interval(0, 600_000));
    }

    @Test
    void clientsOutsideAreNotCounted() {
        announce(OUTSIDE, Event.STARTED, 0, 0, SIZE);
        announce(OUTSIDE, Event.COMPLETED, SIZE, SIZE, 0);

        assertThat(savings().imported()).isEqualTo(new Savings.Interval(0, 0));
    }

    @Test
    void theFirstAnnounceOnlySetsTheBaseline() {
        announce(STUDENT, Event.NONE, 500_000, 500_000, 500_000);

        assertThat(savings().provided()).isZero();
    }

    @Test
    void startedSetsTheBaselineAnew() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.STARTED, 300_000, 0, 700_000);
        announce(STUDENT, Event.NONE, 400_000, 0, 600_000);

        assertThat(savings().provided()).isEqualTo(100_000);
    }

    @Test
    void aCounterThatFallsSetsTheBaselineAnew() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        announce(STUDENT, Event.NONE, 0, 0, 500_000);
        announce(STUDENT, Event.NONE, 100_000, 0, 400_000);

        assertThat(savings().provided()).isEqualTo(600_000);
    }

    @Test
    void growthOfDownloadedCountsOnlyAsFarAsLeftFell() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, SIZE, 0, 900_000);

        assertThat(savings().provided()).isEqualTo(105_000);
    }

    @Test
    void growthWithoutLeftDoesNotCount() {
        announce(STUDENT, Event.STARTED, 0, 0, AnnounceRequest.LEFT_UNKNOWN);
        announce(STUDENT, Event.NONE, SIZE, 0, AnnounceRequest.LEFT_UNKNOWN);

        assertThat(savings().provided()).isZero();
    }

    @Test
    void dataThatWasThereAlreadyIsNotADownload() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 0, 0, 0);

        assertThat(savings().provided()).isZero();
    }

    @Test
    void aSessionNeverCountsMoreThanTheTorrentAndItsWaste() {
        announce(STUDENT, Event.STARTED, 0, 0, Long.MAX_VALUE);
        announce(STUDENT, Event.NONE, Long.MAX_VALUE / 2, 0, Long.MAX_VALUE / 2);
        announce(STUDENT, Event.NONE, Long.MAX_VALUE, 0, 0);

        assertThat(savings().provided()).isEqualTo(1_050_000);
    }

    @Test
    void leftGoingUpAndDownDoesNotCountTwice() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        for (int round = 1; round <= 10; round++) {
            announce(STUDENT, Event.NONE, round * SIZE, 0, 0);
            announce(STUDENT, Event.NONE, round * SIZE, 0, SIZE);
        }

        assertThat(savings().provided()).isEqualTo(1_050_000);
    }

    @Test
    void claimedUploadsHaveNoCapOfTheirOwn() {
        announce(STUDENT, Event.STARTED, 0, 0, 0);
        announce(STUDENT, Event.NONE, 0, 50 * SIZE, 0);
        announce(SEED_BOX, Event.STARTED, 0, 0, SIZE);
        announce(SEED_BOX, Event.NONE, SIZE, 0, 0);

        assertThat(savings().imported()).isEqualTo(new Savings.Interval(0, SIZE));
    }

    @Test
    void claimedUploadsAreCappedByTheRateOfTheLinkWhereOneIsSet() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.record(request(Event.STARTED, 0, 0, 0, 1), IpAddress.of(SEED_BOX));
        time.pass(Duration.ofSeconds(60));
        capped.record(request(Event.NONE, 0, SIZE, 0, 1), IpAddress.of(SEED_BOX));
        capped.flush();

        assertThat(store.kept).extracting(Traffic::growth).containsExactly(new Growth(0, 60_000));
    }

    @Test
    void theRateHoldsBetweenAnnouncesSoThatSilenceIsNoCredit() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.record(request(Event.STARTED, 0, 0, 0, 1), IpAddress.of(SEED_BOX));
        time.pass(Duration.ofHours(1));
        capped.record(request(Event.NONE, 0, 0, 0, 1), IpAddress.of(SEED_BOX));
        time.pass(Duration.ofSeconds(1));
        capped.record(request(Event.NONE, 0, SIZE, 0, 1), IpAddress.of(SEED_BOX));
        capped.flush();

        assertThat(store.kept).extracting(Traffic::growth).containsExactly(new Growth(0, 1_000));
    }

    @Test
    void aRepeatedStoppedCountsOnce() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.STOPPED, 400_000, 0, 600_000);
        announce(STUDENT, Event.STOPPED, 400_000, 0, 600_000);

        assertThat(savings().provided()).isEqualTo(400_000);
    }
}
