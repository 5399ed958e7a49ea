package seedbed.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import seedbed.campus.Campus;
import seedbed.campus.IpAddress;
import seedbed.campus.Networks;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.ClientKey;
import seedbed.protocol.Event;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.protocol.PeerListForm;

final class LedgerTest {

    private static final long SIZE = 1_000_000;
    private static final String STUDENT = "10.0.0.1";
    private static final String SEED_BOX = "192.0.2.1";
    private static final String OUTSIDE = "198.51.100.1";
    private static final InfoHash TORRENT = InfoHash.ofHex("12".repeat(20));

    private static final InfoHash SECOND_HASH = InfoHash.ofHex("34".repeat(20));

    private final Torrents torrents = new Torrents() {
        @Override
        public InfoHash torrentOf(InfoHash infoHash) {
            return infoHash.equals(SECOND_HASH) ? TORRENT : infoHash;
        }

        @Override
        public OptionalLong sizeOf(InfoHash infoHash) {
            return OptionalLong.of(SIZE);
        }
    };
    private final MemoryTraffic store = new MemoryTraffic();
    private final SteppedTime time = new SteppedTime();
    private final Ledger ledger = ledger(OptionalLong.empty());

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
    void aRepeatedStoppedCountsOnce() {
        announce(STUDENT, Event.STARTED, 0, 0, SIZE);
        announce(STUDENT, Event.STOPPED, 400_000, 0, 600_000);
        announce(STUDENT, Event.STOPPED, 400_000, 0, 600_000);

        assertThat(savings().provided()).isEqualTo(400_000);
    }

    @Test
    void aDownloadGoesOnAcrossARestartOfTheTracker() {
        learn(STUDENT, 400_000, 0, 600_000, Duration.ofMinutes(10));
        announce(STUDENT, Event.NONE, 700_000, 0, 300_000);

        assertThat(savings().provided()).isEqualTo(300_000);
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
    void theCapOfASessionHoldsAcrossARestartOfTheTracker() {
        learn(STUDENT, SIZE, 0, 0, Duration.ofMinutes(10));
        announce(STUDENT, Event.NONE, SIZE, 0, SIZE);
        announce(STUDENT, Event.NONE, 2 * SIZE, 0, 0);

        assertThat(savings().provided()).isEqualTo(50_000);
    }

    @Test
    void theRateOfTheLinkIsHeldAgainstTheTimeSinceTheClientWasHeardElsewhere() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.learn(told(STUDENT, 0, 0, SIZE, Duration.ofMinutes(10)));
        capped.record(request(Event.NONE, 500_000, 900_000, 500_000, 1), IpAddress.of(STUDENT));

        assertThat(capped.counted(Side.CAMPUS)).isEqualTo(new Growth(500_000, 600_000));
    }

    @Test
    void aClockThatIsSetChangesNothingButTheDay() {
        Ledger capped = ledger(OptionalLong.of(1_000));
        capped.record(request(Event.STARTED, 0, 0, SIZE, 1), IpAddress.of(STUDENT));
        time.pass(Duration.ofSeconds(60));
        time.set(time.instant().minus(Duration.ofDays(2)));
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

    private Savings savings() {
        return ledger.savings(1, Optional.empty());
    }

    private Ledger ledger(OptionalLong maxRate) {
        Campus campus = new Campus(Networks.of("10.0.0.0/8", "fd00::/8", "192.0.2.0/24"), Networks.of("192.0.2.0/28"));
        return new Ledger(campus, torrents, maxRate, store, time, time::nanos);
    }

    private void announce(String from, Event event, long downloaded, long uploaded, long left) {
        // All seed boxes are clones of one, and the student is one client at all its addresses.
        int client = from.startsWith("192.0.2.") ? 2 : 1;
        ledger.record(request(event, downloaded, uploaded, left, client), IpAddress.of(from));
    }

    private void announce(InfoHash swarm, String from, Event event, long downloaded, long uploaded, long left) {
        ledger.record(
                new AnnounceRequest(
                        swarm,
                        id(1),
                        ClientKey.NONE,
                        6881,
                        uploaded,
                        downloaded,
                        left,
                        event,
                        50,
                        PeerListForm.COMPACT),
                IpAddress.of(from));
    }

    private void learn(String from, long downloaded, long uploaded, long left, Duration ago) {
        ledger.learn(told(from, downloaded, uploaded, left, ago));
    }

    private ToldElsewhere told(String from, long downloaded, long uploaded, long left, Duration ago) {
        return new ToldElsewhere(
                TORRENT,
                id(1),
                ClientKey.NONE,
                IpAddress.of(from),
                downloaded,
                uploaded,
                left,
                time.instant().minus(ago));
    }

    private static AnnounceRequest request(Event event, long downloaded, long uploaded, long left, int client) {
        return new AnnounceRequest(
                TORRENT, id(client), ClientKey.NONE, 6881, uploaded, downloaded, left, event, 50, PeerListForm.COMPACT);
    }

    private static PeerId id(int client) {
        return PeerId.of(String.format("-XX0001-%012d", client).getBytes(StandardCharsets.US_ASCII));
    }
}
