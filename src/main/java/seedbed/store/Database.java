package seedbed.store;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.beans.PropertyVetoException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A small pool of connections that fails soon instead of waiting for a database that is away. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final int CHECKOUT_MILLIS = 5_000;

    private final DatabaseAddress address;
    private final String purpose;
    private final int connections;
    private @Nullable ComboPooledDataSource pool;
    private boolean closed;

    /**
     * Opens no connection yet.
     *
     * @param purpose shown to the database's administrator as the application's name
     * @param connections how many at the most
     */
    public Database(DatabaseAddress address, String purpose, int connections) {
        this.address = address;
        this.purpose = purpose;
        this.connections = connections;
    }

    /** Made for the first who asks, who has to wait for the database anyway: c3p0 takes its time to load. */
    private synchronized ComboPooledDataSource pool() throws SQLException {
        if (closed) {
            throw new SQLException("the pool is closed");
        }
        if (pool == null) {
            pool = pool(address, purpose, connections);
        }
        return pool;
    }

    private static ComboPooledDataSource pool(DatabaseAddress address, String purpose, int connections) {
        ComboPooledDataSource pool = new ComboPooledDataSource(purpose);
        try {
            pool.setDriverClass("org.postgresql.Driver");
        } catch (PropertyVetoException impossible) {
            throw new IllegalStateException(impossible);
        }
        pool.setJdbcUrl(address.url());
        pool.setProperties(properties(address, purpose));
        pool.setInitialPoolSize(0);
        pool.setMinPoolSize(0);
        pool.setMaxPoolSize(connections);
        pool.setAcquireIncrement(1);
        // One try a checkout: whoever asks comes again on a schedule of its own.
        pool.setAcquireRetryAttempts(1);
        pool.setAcquireRetryDelay(100);
        pool.setCheckoutTimeout(CHECKOUT_MILLIS);
        pool.setTestConnectionOnCheckout(true);
        pool.setMaxIdleTime(300);
        pool.setNumHelperThreads(2);
        return pool;
    }

    /** A pooled connection in auto-commit mode; close it to give it back. */
    public Connection connection() throws SQLException {
        return pool().getConnection();
    }

    /**
     * How many connections are in use, are free, and are waited for.
     *
     * @param busy connections in use
     * @param idle connections open and free
     * @param waiting threads that wait for one
     */
    public record Load(int busy, int idle, int waiting) {}

    /** Of the pool, now. */
    public Load load() {
        ComboPooledDataSource made = madePool();
        try {
            return made == null
                    ? new Load(0, 0, 0)
                    : new Load(
                            made.getNumBusyConnectionsDefaultUser(),
                            made.getNumIdleConnectionsDefaultUser(),
                            made.getNumThreadsAwaitingCheckoutDefaultUser());
        } catch (SQLException meanwhileClosed) {
            return new Load(0, 0, 0);
        }
    }

    private synchronized @Nullable ComboPooledDataSource madePool() {
        return pool;
    }

    /** A connection outside the pool, for whoever keeps it: the listener for changes, the migration. */
    static Connection dedicated(DatabaseAddress address, String purpose) throws SQLException {
        return DriverManager.getConnection(address.url(), properties(address, purpose));
    }

    private static Properties properties(DatabaseAddress address, String purpose) {
        Properties properties = new Properties();
        if (!address.user().isEmpty()) {
            properties.setProperty("user", address.user());
            properties.setProperty("password", address.password());
        }
        properties.setProperty("ApplicationName", "seedbed " + purpose);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return properties;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
