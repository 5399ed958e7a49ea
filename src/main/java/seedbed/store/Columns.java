package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/**
 * Sets the parameters of a statement one after the other, each an array of one value a row, for {@code unnest}. Bytes and
 * numbers go over the wire as they are, and as fast as with COPY; others as text.
 */
final class Columns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int count;

    Columns(Connection connection, PreparedStatement statement, List<T> rows) {
        this(connection, statement, rows, 0);
    }

    /** @param set how many parameters are set already */
    Columns(Connection connection, PreparedStatement statement, List<T> rows, int set) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.count = set;
    }

    /** The same statement's next parameters, of other rows. */
    <U> Columns<U> then(List<U> others) {
        return new Columns<>(connection, statement, others, count);
    }

    void addBytes(Function<T, byte[]> value) throws SQLException {
        statement.setArray(
                ++count,
                connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
    }

    void addShorts(ToIntFunction<T> value) throws SQLException {
        short[] values = new short[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) value.applyAsInt(rows.get(i));
        }
        addNumbers("int2", values);
    }

    void addLongs(ToLongFunction<T> value) throws SQLException {
        addNumbers("int8", rows.stream().mapToLong(value).toArray());
    }

    /** Microseconds since 1970, in UTC: what a {@code timestamptz} holds. */
    void addMicros(Function<T, Instant> value) throws SQLException {
        addLongs(row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
    }

    private void addNumbers(String type, Object values) throws SQLException {
        statement.setArray(++count, connection.unwrap(PGConnection.class).createArrayOf(type, values));
    }

    void add(String type, Function<T, Object> value) throws SQLException {
        statement.setArray(
                ++count, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
