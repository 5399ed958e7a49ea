package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.savings.LinkDay;
import seedbed.savings.LinkGrowth;
import seedbed.savings.LinkReading;
import seedbed.savings.LinkStore;
import seedbed.savings.TrafficUnavailable;

/** Counters of the outside link in the tables {@code link_counter} and {@code link_traffic}. */
public final class PostgresLinkStore implements LinkStore {

    private static final String ADD = """
            INSERT INTO link_traffic (source, hour, in_bytes, out_bytes)
            VALUES (?, date_trunc('hour', ?::timestamptz, 'UTC'), ?, ?)
            ON CONFLICT (source, hour) DO UPDATE SET
                in_bytes = least(link_traffic.in_bytes::numeric + excluded.in_bytes, 9223372036854775807)::bigint,
                out_bytes = least(link_traffic.out_bytes::numeric + excluded.out_bytes, 9223372036854775807)::bigint
            """;

    private static final String DAILY = """
            SELECT source, (hour AT TIME ZONE 'UTC')::date AS day,
                   least(sum(in_bytes), 9223372036854775807)::bigint,
                   least(sum(out_bytes), 9223372036854775807)::bigint
            FROM link_traffic WHERE hour >= ? AND hour < ? GROUP BY source, day ORDER BY source, day
            """;

    private final Database database;

    public PostgresLinkStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<LinkGrowth> take(LinkReading reading) {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            Optional<LinkGrowth> growth = take(connection, reading);
            connection.commit();
            return growth;
        } catch (SQLException away) {
            throw new TrafficUnavailable("the reading could not be written: " + away.getMessage(), away);
        }
    }

    private static Optional<LinkGrowth> take(Connection connection, LinkReading reading) throws SQLException {
        if (isFirst(connection, reading)) {
            return Optional.of(LinkGrowth.NONE);
        }
        LinkReading last = lastOf(connection, reading.source());
        if (!reading.at().isAfter(last.at())) {
            return Optional.empty();
        }
        replace(connection, reading);
        if (reading.isBelow(last)) {
            return Optional.of(LinkGrowth.NONE);
        }
        LinkGrowth growth = new LinkGrowth(reading.in() - last.in(), reading.out() - last.out());
        add(connection, reading, growth);
        return Optional.of(growth);
    }

    private static boolean isFirst(Connection connection, LinkReading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO link_counter (source, at, in_bytes, out_bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, reading.source());
            set(statement, 2, reading);
            return statement.executeUpdate() > 0;
        }
    }

    private static LinkReading lastOf(Connection connection, String source) throws SQLException {
        // Locked: of two readings at once, the second is held against the first.
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT at, in_bytes, out_bytes FROM link_counter WHERE source = ? FOR UPDATE")) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
                return new LinkReading(source, at, row.getLong(2), row.getLong(3));
            }
        }
    }

    private static void replace(Connection connection, LinkReading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE link_counter SET at = ?, in_bytes = ?, out_bytes = ? WHERE source = ?")) {
            set(statement, 1, reading);
            statement.setString(4, reading.source());
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int from, LinkReading reading) throws SQLException {
        statement.setObject(from, reading.at().atOffset(ZoneOffset.UTC));
        statement.setLong(from + 1, reading.in());
        statement.setLong(from + 2, reading.out());
    }

    private static void add(Connection connection, LinkReading reading, LinkGrowth growth) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, reading.source());
            statement.setObject(2, reading.at().atOffset(ZoneOffset.UTC));
            statement.setLong(3, growth.in());
            statement.setLong(4, growth.out());
            statement.executeUpdate();
        }
    }

    @Override
    public List<LinkDay> daily(LocalDate from, LocalDate to) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(DAILY)) {
            statement.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                List<LinkDay> days = new ArrayList<>();
                while (rows.next()) {
                    LinkGrowth growth = new LinkGrowth(rows.getLong(3), rows.getLong(4));
                    days.add(new LinkDay(rows.getString(1), rows.getObject(2, LocalDate.class), growth));
                }
                return days;
            }
        } catch (SQLException away) {
            throw new TrafficUnavailable("readings could not be read: " + away.getMessage(), away);
        }
    }
}
