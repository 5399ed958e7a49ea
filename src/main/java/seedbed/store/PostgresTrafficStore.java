package seedbed.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import seedbed.savings.DayTraffic;
import seedbed.savings.Growth;
import seedbed.savings.Side;
import seedbed.savings.Traffic;
import seedbed.savings.TrafficStore;
import seedbed.savings.TrafficUnavailable;

/** Traffic in the table {@code traffic}, an hour, torrent and side a row. */
public final class PostgresTrafficStore implements TrafficStore {

    // A client can claim any number: the sum of two stays within what the column holds.
    private static final String ADD = """
            INSERT INTO traffic (info_hash, hour, side, downloaded, uploaded)
            SELECT * FROM unnest(?::bytea[], ?::timestamptz[], ?::text[], ?::bigint[], ?::bigint[])
            ON CONFLICT (info_hash, hour, side) DO UPDATE SET
                downloaded = least(traffic.downloaded::numeric + excluded.downloaded, 9223372036854775807)::bigint,
                uploaded = least(traffic.uploaded::numeric + excluded.uploaded, 9223372036854775807)::bigint
            """;

    private static final String DAILY = """
            SELECT (hour AT TIME ZONE 'UTC')::date AS day,
                   coalesce(sum(downloaded) FILTER (WHERE side = 'campus'), 0),
                   coalesce(sum(uploaded) FILTER (WHERE side = 'campus'), 0),
                   coalesce(sum(downloaded) FILTER (WHERE side = 'seed_box'), 0),
                   coalesce(sum(uploaded) FILTER (WHERE side = 'seed_box'), 0)
            FROM traffic WHERE hour >= ? AND hour < ? GROUP BY day ORDER BY day
            """;

    private final Database database;

    public PostgresTrafficStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Traffic> traffic) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            Columns<Traffic> columns = new Columns<>(connection, statement, traffic);
            columns.addBytes(entry -> entry.infoHash().toBytes());
            columns.add("timestamptz", entry -> entry.hour().atOffset(ZoneOffset.UTC));
            columns.add("text", entry -> name(entry.side()));
            columns.add("int8", entry -> entry.growth().downloaded());
            columns.add("int8", entry -> entry.growth().uploaded());
            statement.executeUpdate();
        } catch (SQLException away) {
            throw new TrafficUnavailable("traffic could not be written: " + away.getMessage(), away);
        }
    }

    private static String name(Side side) {
        return switch (side) {
            case CAMPUS -> "campus";
            case SEED_BOX -> "seed_box";
        };
    }

    @Override
    public List<DayTraffic> daily(LocalDate from, LocalDate to) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(DAILY)) {
            statement.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                List<DayTraffic> days = new ArrayList<>();
                while (rows.next()) {
                    days.add(new DayTraffic(
                            rows.getObject(1, LocalDate.class),
                            new Growth(bytes(rows, 2), bytes(rows, 3)),
                            new Growth(bytes(rows, 4), bytes(rows, 5))));
                }
                return days;
            }
        } catch (SQLException away) {
            throw new TrafficUnavailable("traffic could not be read: " + away.getMessage(), away);
        }
    }

    private static long bytes(ResultSet rows, int column) throws SQLException {
        return rows.getBigDecimal(column)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
