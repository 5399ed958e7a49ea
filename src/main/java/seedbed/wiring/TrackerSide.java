package seedbed.wiring;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.campus.Campus;
import seedbed.campus.FrontServers;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.savings.Ledger;
import seedbed.savings.TrafficUnavailable;
import seedbed.store.Database;
import seedbed.store.DatabaseAddress;
import seedbed.store.PostgresPeerStore;
import seedbed.store.PostgresTrafficStore;
import seedbed.store.PostgresWhitelist;
import seedbed.store.Schema;
import seedbed.swarm.Journal;
import seedbed.swarm.PeerSelection;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.SwarmClock;
import seedbed.swarm.Swarms;
import seedbed.swarm.Tracker;
import seedbed.swarm.TrackerSettings;
import seedbed.swarm.Whitelist;
import seedbed.web.FlushMetrics;

/** The tracker in memory, and what carries it to and from the database behind its back. */
final class TrackerSide implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerSide.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int EXPIRE_SECONDS = 30;
    private static final Duration TIDY = Duration.ofHours(1);
    private static final int STOP_SECONDS = 10;
    private static final int CONNECTIONS = 5;

    final Campus campus;
    final Whitelist whitelist = new Whitelist();
    final Swarms swarms;
    final Ledger ledger;
    final Tracker tracker;
    final FrontServers frontServers;
    final FollowedWhitelist listings;
    final Database database;

    private final StartedParts started = new StartedParts();
    private final Duration silence;
    private final Duration hourly;
    private final Journal journal;
    private final DatabaseWriter writer;
    private final DatabaseAttendant attendant;
    private volatile @Nullable Instant databaseHeard;

    TrackerSide(
            Settings settings,
            DatabaseAddress owner,
            Database publisher,
            FlushMetrics flushMetrics,
            Runnable whenReady) {
        this.campus = new Campus(settings.get(Keys.CAMPUS_NETWORKS), settings.get(Keys.CAMPUS_SEEDBOXES));
        DatabaseAddress address = Databases.tracker(settings, owner);
        this.database = started.add(new Database(address, "tracker", CONNECTIONS));

        this.frontServers = new FrontServers(settings.get(Keys.PROXY_TRUSTED), TrackerSide::warnOfForwarding);
        this.silence = settings.get(Keys.TRACKER_PEER_TIMEOUT);
        this.hourly = settings.get(Keys.SAVINGS_KEEP);
        this.swarms = new Swarms(
                campus,
                new PeerSelection(settings.get(Keys.CAMPUS_OUTSIDE_PEERS), settings.get(Keys.CAMPUS_GATEWAYS)),
                silence,
                new SwarmClock(Clock.systemUTC(), System::nanoTime));
        this.listings = new FollowedWhitelist(
                new PostgresWhitelist(publisher), new PostgresWhitelist(database), whitelist, swarms::forget);
        this.ledger = new Ledger(
                campus,
                listings,
                settings.get(Keys.SAVINGS_MAX_RATE),
                new PostgresTrafficStore(database),
                Clock.systemUTC(),
                System::nanoTime);
        this.tracker = new Tracker(answers(settings), whitelist, swarms, ThreadLocalRandom::current, ledger::record);

        this.journal = new Journal(
                swarms,
                new LedgerAwareStore(new PostgresPeerStore(database, UUID.randomUUID(), System::nanoTime), ledger));
        started.add(this::sayWhatIsLost);
        List<Flushing> flushings = List.of(
                new Flushing("peers", journal::flush, flushMetrics.of("peers")),
                new Flushing("bytes moved", ledger::flush, flushMetrics.of("traffic")));
        this.writer = started.add(new DatabaseWriter(flushings, STOP_SECONDS));
        this.attendant =
                started.add(new DatabaseAttendant(new Schema(owner), address, () -> follow(whenReady), journal, RETRY));
    }

    private static TrackerSettings answers(Settings settings) {
        return new TrackerSettings(
                settings.get(Keys.TRACKER_INTERVAL),
                settings.get(Keys.TRACKER_MIN_INTERVAL),
                settings.get(Keys.TRACKER_PEER_TIMEOUT),
                settings.get(Keys.TRACKER_NUMWANT),
                settings.get(Keys.TRACKER_MAX_NUMWANT));
    }

    /** The classic mistake: behind a front server that is not trusted, every peer looks like the front server. */
    private static void warnOfForwarding(String peer) {
        LOG.warn(
                "{} sends X-Forwarded-For but is not in proxy.trusted: the header is ignored. If {} is your front"
                        + " server, all peers now seem to be at its address; add it to proxy.trusted",
                peer,
                peer);
    }

    private void follow(Runnable whenReady) throws SQLException {
        boolean first = !whitelist.isLoaded();
        listings.read();
        databaseHeard = Instant.now();
        if (first) {
            LOG.info("the tracker serves {} info-hashes", whitelist.hashes().size());
            whenReady.run();
        }
    }

    void start(ScheduledExecutorService timer) {
        attendant.start();
        writer.start();
        writer.every(TIDY, this::tidy);
        var unused = timer.scheduleWithFixedDelay(this::expire, EXPIRE_SECONDS, EXPIRE_SECONDS, TimeUnit.SECONDS);
    }

    private void expire() {
        swarms.expire();
        // A client that was away for longer than peers may be goes on with its counters when it comes back.
        ledger.expire(silence.multipliedBy(2));
    }

    /** When the database last answered; empty if it never did. */
    Optional<Instant> databaseHeard() {
        return Optional.ofNullable(databaseHeard);
    }

    private void tidy() {
        try {
            ledger.rollUp(hourly);
            // Those of a node that died; whoever is still known somewhere was seen later than that.
            journal.deleteUnseen(silence.multipliedBy(2));
        } catch (TrafficUnavailable | StoreUnavailableException away) {
            LOG.warn("the sums of hours and the peers of dead nodes stay for another hour: {}", away.getMessage());
        }
    }

    private void sayWhatIsLost() {
        int lost = swarms.changedCount();
        if (lost > 0) {
            LOG.error("{} peers that came, changed or went since they were last written are lost", lost);
        }
    }

    /** Reads the whitelist now, for whoever has just changed it by hand. */
    void readWhitelist() {
        try {
            listings.read();
        } catch (SQLException away) {
            // The follower reads it as soon as it can.
            LOG.warn("the whitelist cannot be read now: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        started.close();
    }
}
