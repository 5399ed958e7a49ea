package seedbed.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.protocol.InfoHash;
import seedbed.savings.DayTraffic;
import seedbed.savings.Growth;
import seedbed.savings.Side;
import seedbed.savings.Traffic;
import seedbed.savings.TrafficStore;
import seedbed.savings.TrafficUnavailable;

/** Traffic in the table {@code traffic}, an hour, torrent and side a row. */
public final class PostgresTrafficStore implements TrafficStore {

    // A client can claim any number: the sum of two stays within what the column holds. In order, so that two nodes
    // that add to the same rows do not wait for each other.
    private static final String ADD = """
            INSERT INTO traffic (info_hash, hour, side, downloaded, uploaded)
            SELECT * FROM unnest(?::bytea[], ?::timestamptz[], ?::text[], ?::int8[], ?::int8[])
                          AS counted (info_hash, hour, side, downloaded, uploaded)
            ORDER BY info_hash, hour, side
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
            FROM traffic WHERE hour >= ? AND hour < ? AND (?::bytea[] IS NULL OR info_hash = ANY (?::bytea[]))
            GROUP BY day ORDER BY day
            """;

    // In one statement, so that no sum is ever seen twice or not at all; a row that another process is rolling up is
    // gone once its lock is.
    private static final String ROLL_UP = """
            WITH hours AS (
                DELETE FROM traffic WHERE hour < ? AND hour <> date_trunc('day', hour, 'UTC')
                RETURNING info_hash, date_trunc('day', hour, 'UTC') AS day, side, downloaded, uploaded)
            INSERT INTO traffic (info_hash, hour, side, downloaded, uploaded)
            SELECT info_hash, day, side, least(sum(downloaded), 9223372036854775807)::bigint,
                   least(sum(uploaded), 9223372036854775807)::bigint
            FROM hours GROUP BY info_hash, day, side
            ON CONFLICT (info_hash, hour, side) DO UPDATE SET
                downloaded = least(traffic.downloaded::numeric + excluded.downloaded, 9223372036854775807)::bigint,
                uploaded = least(traffic.uploaded::numeric + excluded.uploaded, 9223372036854775807)::bigint
            """;

    private static final String ROLL_UP_LINKS = """
            WITH hours AS (
                DELETE FROM link_traffic WHERE hour < ? AND hour <> date_trunc('day', hour, 'UTC')
                RETURNING source, date_trunc('day', hour, 'UTC') AS day, in_bytes, out_bytes)
            INSERT INTO link_traffic (source, hour, in_bytes, out_bytes)
            SELECT source, day, least(sum(in_bytes), 9223372036854775807)::bigint,
                   least(sum(out_bytes), 9223372036854775807)::bigint
            FROM hours GROUP BY source, day
            ON CONFLICT (source, hour) DO UPDATE SET
                in_bytes = least(link_traffic.in_bytes::numeric + excluded.in_bytes, 9223372036854775807)::bigint,
                out_bytes = least(link_traffic.out_bytes::numeric + excluded.out_bytes, 9223372036854775807)::bigint
            """;

    private final Database database;
    private final UnansweredCommit<List<Traffic>> commit = new UnansweredCommit<>(List.of());

    public PostgresTrafficStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<Traffic> traffic) {
        try (Connection connection = database.connection()) {
            List<Traffic> added = commit.added(connection);
            connection.setAutoCommit(false);
            insert(connection, without(added, traffic));
            commit.commit(connection, traffic);
        } catch (SQLException away) {
            throw new TrafficUnavailable("traffic could not be written: " + away.getMessage(), away);
        }
    }

    private static List<Traffic> without(List<Traffic> added, List<Traffic> traffic) {
        Map<Traffic, Growth> known = added.stream().collect(Collectors.toMap(Traffic::place, Traffic::growth));
        return traffic.stream()
                .map(entry -> entry.less(known.getOrDefault(entry.place(), Growth.NONE)))
                .toList();
    }

    private static void insert(Connection connection, List<Traffic> traffic) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            Columns<Traffic> columns = new Columns<>(connection, statement, traffic);
            columns.addBytes(entry -> entry.infoHash().toBytes());
            columns.add("timestamptz", entry -> entry.hour().atOffset(ZoneOffset.UTC));
            columns.add("text", entry -> name(entry.side()));
            columns.addLongs(entry -> entry.growth().downloaded());
            columns.addLongs(entry -> entry.growth().uploaded());
            statement.executeUpdate();
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
        return daily(from, to, (byte[][]) null);
    }

    @Override
    public List<DayTraffic> daily(LocalDate from, LocalDate to, Set<InfoHash> torrent) {
        return daily(from, to, torrent.stream().map(InfoHash::toBytes).toArray(byte[][]::new));
    }

    private List<DayTraffic> daily(LocalDate from, LocalDate to, byte @Nullable [][] hashes) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(DAILY)) {
            statement.setObject(1, from.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
            Array only = hashes == null ? null : connection.createArrayOf("bytea", hashes);
            statement.setArray(3, only);
            statement.setArray(4, only);
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

    @Override
    public void rollUp(Instant before) {
        try (Connection connection = database.connection()) {
            for (String statement : List.of(ROLL_UP, ROLL_UP_LINKS)) {
                try (PreparedStatement rollUp = connection.prepareStatement(statement)) {
                    rollUp.setObject(1, before.atOffset(ZoneOffset.UTC));
                    rollUp.executeUpdate();
                }
            }
        } catch (SQLException away) {
            throw new TrafficUnavailable("hours could not be made days: " + away.getMessage(), away);
        }
    }

    private static long bytes(ResultSet rows, int column) throws SQLException {
        return rows.getBigDecimal(column)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
