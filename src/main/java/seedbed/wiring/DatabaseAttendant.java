package seedbed.wiring;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.store.DatabaseAddress;
import seedbed.store.Schema;
import seedbed.store.WhitelistFollower;
import seedbed.swarm.Journal;
import seedbed.swarm.StoreUnavailableException;

/**
 * Waits for the database, however long that takes, brings its tables up to date, and from then on follows the whitelist;
 * peers of earlier runs are read meanwhile, and then what other nodes write. Has two threads of its own.
 */
final class DatabaseAttendant implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAttendant.class);

    private static final long STOP_MILLIS = 2_000;

    private final Schema schema;
    private final WhitelistFollower.Reading whitelist;
    private final WhitelistFollower follower;
    private final Journal journal;
    private final Duration retry;
    private final Thread follows = new Thread(this::migrateAndFollow, "seedbed-database");
    private final Thread reads = new Thread(this::readPeers, "seedbed-peers");

    private volatile boolean closed;

    DatabaseAttendant(
            Schema schema,
            DatabaseAddress address,
            WhitelistFollower.Reading whitelist,
            Journal journal,
            Duration retry) {
        this.schema = schema;
        this.whitelist = whitelist;
        this.follower = new WhitelistFollower(address, this::readWhitelist, retry);
        this.journal = journal;
        this.retry = retry;
    }

    void start() {
        follows.start();
    }

    private void migrateAndFollow() {
        if (untilItSucceeds("the database", schema::migrate)) {
            follower.run();
        }
    }

    private void readWhitelist() throws SQLException {
        whitelist.read();
        // The peers come after it: it tells to which torrent a swarm belongs, and how large that is.
        if (reads.getState() == Thread.State.NEW) {
            reads.start();
        }
    }

    private void readPeers() {
        boolean goesOn = untilItSucceeds("the peers of earlier runs", journal::restore);
        while (goesOn) {
            pause();
            goesOn = untilItSucceeds("what other nodes wrote", journal::follow);
        }
    }

    private interface Attempt {
        void make() throws SQLException, StoreUnavailableException;
    }

    /** Tries until it works or this is closed; says once that it waits, and why. */
    private boolean untilItSucceeds(String what, Attempt attempt) {
        boolean said = false;
        while (!closed) {
            try {
                attempt.make();
                if (said) {
                    LOG.info("{} is there", what);
                }
                return true;
            } catch (SQLException | StoreUnavailableException notYet) {
                if (!said) {
                    LOG.warn("waiting for {}: {}", what, notYet.getMessage());
                }
                said = true;
                pause();
            }
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(retry.toMillis());
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        follower.close();
        for (Thread thread : List.of(follows, reads)) {
            thread.interrupt();
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
