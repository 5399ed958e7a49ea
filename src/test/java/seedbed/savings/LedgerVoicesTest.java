package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;

/** A client that is heard more than once: over both address families, in both swarms of a hybrid torrent, by several nodes. */
final class LedgerVoicesTest extends LedgerScene {

    @Test
    void aClientWithAddressesInBothFamiliesCountsOnce() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce("fd00::1", Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        announce("fd00::1", Event.NONE, 500_000, 0, 500_000);

        assertThat(savings().provided()).isEqualTo(500_000);
    }

    @Test
    void clonedSeedBoxesCountEachForItself() {
        announce("192.0.2.1", Event.STARTED, 0, 0, 0);
        announce("192.0.2.2", Event.STARTED, 0, 5_000_000, 0);
        announce("192.0.2.1", Event.NONE, 0, 100, 0);
        announce("192.0.2.2", Event.NONE, 0, 5_000_200, 0);
        ledger.flush();

        assertThat(store.kept).extracting(Traffic::growth).containsExactly(new Growth(0, 300));
    }

    @Test
    void aClientOfAHybridTorrentCountsOnceAlthoughItAnnouncesToBothSwarms() {
        for (InfoHash swarm : List.of(TORRENT, SECOND_HASH)) {
            announce(swarm, STUDENT, Event.STARTED, 0, 0, SIZE);
        }
        for (InfoHash swarm : List.of(SECOND_HASH, TORRENT)) {
            announce(swarm, STUDENT, Event.NONE, 400_000, 100_000, 600_000);
        }
        for (InfoHash swarm : List.of(TORRENT, SECOND_HASH)) {
            announce(swarm, STUDENT, Event.COMPLETED, SIZE, 300_000, 0);
        }

        assertThat(savings().provided()).isEqualTo(SIZE);
        assertThat(savings().imported()).isEqualTo(new Savings.Interval(700_000, SIZE));
        assertThat(ledger.savings(1, Optional.of(SECOND_HASH)).provided()).isEqualTo(SIZE);
        assertThat(ledger.savings(1, Optional.of(InfoHash.ofHex("56".repeat(20))))
                        .provided())
                .isZero();
    }

    @Test
    void theOtherFamilyThatStartsLaterOnlyJoinsIn() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce("fd00::1", Event.STARTED, 300_000, 0, 700_000);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);

        assertThat(savings().provided()).isEqualTo(500_000);
    }

    @Test
    void whatTheOtherFamilySaidBeforeAndIsOvertakenDoesNotCountAgain() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce("fd00::1", Event.STARTED, 0, 0, SIZE);
        announce("fd00::1", Event.NONE, 600_000, 0, 400_000);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        announce(STUDENT, Event.NONE, 700_000, 0, 300_000);

        assertThat(savings().provided()).isEqualTo(700_000);
    }

    @Test
    void aClientThatBeginsAnewInBothFamiliesHasOneNewBaseline() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce("fd00::1", Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        announce("fd00::1", Event.STARTED, 0, 0, 500_000);
        announce(STUDENT, Event.STARTED, 100_000, 0, 400_000);
        announce("fd00::1", Event.NONE, 200_000, 0, 300_000);

        assertThat(savings().provided()).isEqualTo(700_000);
    }

    @Test
    void aSeedBoxWithAddressesInBothFamiliesCountsOnce() {
        Ledger boxes = new Ledger(
                new Campus(Networks.of("10.0.0.0/8"), Networks.of("192.0.2.1", "2001:db8::1")),
                torrents,
                OptionalLong.empty(),
                store,
                time,
                time::nanos);
        for (long sent : new long[] {0, 500, 900}) {
            for (String address : List.of("192.0.2.1", "2001:db8::1")) {
                boxes.record(request(Event.NONE, 0, sent, 0, 1), IpAddress.of(address));
            }
        }

        assertThat(boxes.counted(Side.SEED_BOX)).isEqualTo(new Growth(0, 900));
    }

    @Test
    void aPieceThatIsMissingUntilTheNextAnnounceCountsThen() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 500_000, 0, 700_000);
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);

        assertThat(savings().provided()).isEqualTo(500_000);
    }

    @Test
    void whatAClientToldAnotherTrackerOfTheMirrorIsNotCountedAgain() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.NONE, 100_000, 0, 900_000);
        time.pass(Duration.ofMinutes(30));
        learn(STUDENT, 600_000, 0, 400_000, Duration.ofMinutes(1));
        announce(STUDENT, Event.NONE, 700_000, 0, 300_000);

        assertThat(savings().provided()).isEqualTo(200_000);
    }

    @Test
    void whatIsLearnedLateChangesNothing() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        time.pass(Duration.ofMinutes(30));
        announce(STUDENT, Event.NONE, 500_000, 0, 500_000);
        learn(STUDENT, 0, 0, SIZE, Duration.ofMinutes(30));
        announce(STUDENT, Event.NONE, 600_000, 0, 400_000);

        assertThat(savings().provided()).isEqualTo(600_000);
    }

    @Test
    void aClientThatEveryNodeHearsInTurnCountsOnce() {
        Ledger other = ledger(OptionalLong.empty());
        for (int step = 0; step <= 10; step++) {
            time.pass(Duration.ofMinutes(30));
            long done = step * SIZE / 10;
            AnnounceRequest request = request(step == 0 ? Event.STARTED : Event.NONE, done, done / 2, SIZE - done, 1);
            Ledger here = step % 3 == 0 ? ledger : other;
            here.record(request, IpAddress.of(STUDENT));
            time.pass(Duration.ofSeconds(5));
            ToldElsewhere told = told(STUDENT, done, done / 2, SIZE - done, Duration.ofSeconds(5));
            ledger.learn(told);
            other.learn(told);
        }

        other.flush();
        assertThat(savings().provided()).isEqualTo(SIZE);
        assertThat(savings().imported().lower()).isEqualTo(SIZE / 2);
    }

    @Test
    void theRateOfTheLinkIsHeldAgainstTheTimeSinceTheClientWasHeardElsewhere() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.learn(told(STUDENT, 0, 0, SIZE, Duration.ofMinutes(10)));
        capped.record(request(Event.NONE, 500_000, 900_000, 500_000, 1), IpAddress.of(STUDENT));

        assertThat(capped.counted(Side.CAMPUS)).isEqualTo(new Growth(500_000, 600_000));
    }
}
