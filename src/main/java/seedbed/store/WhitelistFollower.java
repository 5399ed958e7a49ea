package seedbed.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a tracker's whitelist equal to the table, whichever process changes it: reads it at the start and whenever
 * PostgreSQL says that it changed, and now and then in any case, because entries expire without anybody changing them.
 */
public final class WhitelistFollower implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhitelistFollower.class);
    private static final int CHECK_MILLIS = 5_000;

    private final DatabaseAddress address;
    private final Reading reading;
    private final Duration retry;

    /** Reads the table and takes over what it says. */
    @FunctionalInterface
    public interface Reading {
        void read() throws SQLException;
    }

    private volatile @Nullable Connection listening;
    private volatile boolean closed;

    /**
     * @param address entered as a role that may read the table
     * @param reading called often without a change
     * @param retry how long to wait before asking a database again that is away
     */
    public WhitelistFollower(DatabaseAddress address, Reading reading, Duration retry) {
        this.address = address;
        this.reading = reading;
        this.retry = retry;
    }

    /** Follows until it is closed. */
    @Override
    public void run() {
        boolean away = false;
        while (!closed) {
            try {
                follow(away);
            } catch (SQLException lost) {
                if (!away && !closed) {
                    LOG.warn("{} is away, the last whitelist stays in force: {}", address, lost.getMessage());
                }
                away = true;
                pause();
            }
        }
    }

    private void follow(boolean wasAway) throws SQLException {
        try (Connection connection = Database.dedicated(address, "whitelist");
                Statement listen = connection.createStatement()) {
            listening = connection;
            // Before the first reading: a change between the two is told of, not lost.
            listen.execute("LISTEN seedbed_whitelist");
            reading.read();
            if (wasAway) {
                LOG.info("{} is back", address);
            }
            while (!closed) {
                connection.unwrap(PGConnection.class).getNotifications(CHECK_MILLIS);
                reading.read();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(retry.toMillis());
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    /** Ends {@link #run} without waiting for it. */
    @Override
    public void close() throws SQLException {
        closed = true;
        Connection connection = listening;
        if (connection != null) {
            // A blocking read of a socket takes no notice of an interrupt.
            connection.abort(Runnable::run);
        }
    }
}
