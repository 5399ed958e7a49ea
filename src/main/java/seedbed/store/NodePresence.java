package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Says that this node is there, and knows whether others are, so that one that is alone need not tell anybody anything.
 *
 * <p>Writing and joining exclude each other: whoever wrote before a node joined is in what that node loads afterwards,
 * and whoever writes after it sees that somebody is to be told. It also keeps the transactions of two nodes from locking
 * the same peers in different orders.
 */
final class NodePresence {

    /** How often it says that it is there. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    /** After this it must take for granted that it was given up. Shorter than what the others wait. */
    private static final Duration LOST = Duration.ofSeconds(20);

    // A node that is held up inside a transaction is rolled back, so that it does not hold up the others.
    private static final String BEGIN = """
            SET LOCAL statement_timeout = '15s';
            SET LOCAL idle_in_transaction_session_timeout = '5s';
            SELECT pg_advisory_xact_lock(99540973)
            """;

    private static final String OTHERS =
            "SELECT EXISTS (SELECT FROM node WHERE id <> ? AND seen > now() - interval '30 seconds')";

    private static final String JOIN = """
            INSERT INTO node (id, seen) VALUES (?, now()) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen
            """;

    private static final String FORGET_NODES = "DELETE FROM node WHERE seen < now() - interval '1 day'";

    private final UUID id;
    private final LongSupplier nanos;
    private volatile long seen;

    /**
     * @param id of this process, and of no other
     * @param nanos nanoseconds since any moment, never falling
     */
    NodePresence(UUID id, LongSupplier nanos) {
        this.id = id;
        this.nanos = nanos;
    }

    UUID id() {
        return id;
    }

    /** Begins a transaction that writes peers; the connection is not in auto-commit mode. */
    void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
        }
    }

    /** Whether other nodes are there, within such a transaction. */
    boolean hasCompany(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    void join(Connection connection) throws SQLException {
        long now = nanos.getAsLong();
        connection.setAutoCommit(false);
        begin(connection);
        update(connection, JOIN);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(FORGET_NODES);
        }
        connection.commit();
        connection.setAutoCommit(true);
        seen = now;
    }

    /** Says that it is still there, if it is time for that; false if it was silent for so long that it has to join again. */
    boolean stay(Connection connection) throws SQLException {
        long now = nanos.getAsLong();
        if (now - seen > LOST.toNanos()) {
            return false;
        }
        if (now - seen < BEAT.toNanos()) {
            return true;
        }
        if (update(connection, "UPDATE node SET seen = now() WHERE id = ?") == 0) {
            return false;
        }
        seen = now;
        return true;
    }

    private int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
        }
    }
}
