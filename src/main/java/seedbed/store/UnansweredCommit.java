package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Commits what adds to counts, and finds out later what became of a commit that the database did not answer: whoever
 * asked for it asks again, and must not be counted twice. Not safe for threads.
 *
 * @param <T> what was to be added
 */
final class UnansweredCommit<T> {

    private static final String STATUS = "SELECT pg_xact_status(?::xid8)";

    /** The server never saw it: another one has taken its place, and that commit was not copied. */
    private static final String IN_THE_FUTURE = "22023";

    private final T nothing;
    private T added;
    private @Nullable Doubt<T> doubt;

    /**
     * A commit of which it is not known whether it took place.
     *
     * @param transaction its number, for PostgreSQL to look up
     */
    private record Doubt<T>(String transaction, T whole) {}

    /** @param nothing what was added if nothing was */
    UnansweredCommit(T nothing) {
        this.nothing = nothing;
        this.added = nothing;
    }

    /**
     * What was added although whoever asked for it does not know: it is part of what comes next.
     *
     * @param connection in auto-commit mode
     * @throws SQLException if the database does not know yet
     */
    T added(Connection connection) throws SQLException {
        Doubt<T> open = doubt;
        if (open != null) {
            if (tookPlace(connection, open.transaction())) {
                added = open.whole();
            }
            doubt = null;
        }
        return added;
    }

    /**
     * Commits a transaction that has added this, but for what {@link #added} told.
     *
     * @throws SQLException if it did not take place, or if that is not known
     */
    void commit(Connection connection, T whole) throws SQLException {
        doubt = new Doubt<>(number(connection), whole);
        connection.commit();
        doubt = null;
        added = nothing;
    }

    private static String number(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_current_xact_id()::text");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean tookPlace(Connection connection, String transaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATUS)) {
            statement.setString(1, transaction);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String status = row.getString(1);
                if ("in progress".equals(status)) {
                    throw new SQLException("a commit is still under way");
                }
                return "committed".equals(status);
            }
        } catch (SQLException failure) {
            if (IN_THE_FUTURE.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }
}
