package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Sets the parameters of a statement one after the other, each an array of one value a row, for {@code unnest}. */
final class Columns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int count;

    Columns(Connection connection, PreparedStatement statement, List<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    void addBytes(Function<T, byte[]> value) throws SQLException {
        set("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    void add(String type, Function<T, Object> value) throws SQLException {
        set(type, rows.stream().map(value).toArray());
    }

    private void set(String type, Object[] values) throws SQLException {
        statement.setArray(++count, connection.createArrayOf(type, values));
    }
}
