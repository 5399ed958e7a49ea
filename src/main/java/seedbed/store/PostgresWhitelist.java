package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.admin.ListedTorrent;
import seedbed.admin.ManualListings;
import seedbed.protocol.InfoHash;
import seedbed.release.Listing;
import seedbed.release.WhitelistPort;
import seedbed.release.WhitelistUnavailable;

/** The table {@code whitelist}: entries of the published release and entries made by hand, which do not touch. */
public final class PostgresWhitelist implements WhitelistPort, ManualListings {

    private static final String COLUMNS = "SELECT info_hash, origin, path, name, note, added, expires FROM whitelist";
    private static final String LISTED = "(expires IS NULL OR expires > now())";

    private final Database database;

    public PostgresWhitelist(Database database) {
        this.database = database;
    }

    /** Every hash that is to be served now, with the size of its torrent in bytes where that is known. */
    public Map<InfoHash, OptionalLong> listed() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT info_hash, max(size) FROM whitelist WHERE " + LISTED + " GROUP BY info_hash");
                ResultSet rows = statement.executeQuery()) {
            Map<InfoHash, OptionalLong> listed = new HashMap<>();
            while (rows.next()) {
                @Nullable Long size = rows.getObject(2, Long.class);
                listed.put(InfoHash.of(rows.getBytes(1)), size == null ? OptionalLong.empty() : OptionalLong.of(size));
            }
            return listed;
        }
    }

    /**
     * The larger hash of every listed torrent that has two, with the smaller: a hybrid's listings are made by one statement
     * and alike but for the hash. A torrent that takes another's path is listed at another time.
     */
    public Map<InfoHash, InfoHash> secondHashes() throws SQLException {
        try (Connection connection = database.connection();
                // Grouped, not joined with itself: of a table that was just filled PostgreSQL knows nothing, and would
                // compare each row with each other.
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT array_agg(info_hash ORDER BY info_hash DESC) FROM whitelist WHERE origin = 'release' AND "
                                + LISTED + " GROUP BY path, name, size, added HAVING count(*) = 2");
                ResultSet rows = statement.executeQuery()) {
            Map<InfoHash, InfoHash> hashes = new HashMap<>();
            while (rows.next()) {
                byte[][] pair = (byte[][]) rows.getArray(1).getArray();
                hashes.put(InfoHash.of(pair[0]), InfoHash.of(pair[1]));
            }
            return hashes;
        }
    }

    @Override
    public Set<InfoHash> published() {
        return asking(PostgresWhitelist::published);
    }

    private static Set<InfoHash> published(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT info_hash FROM whitelist WHERE origin = 'release' AND expires IS NULL");
                ResultSet rows = statement.executeQuery()) {
            Set<InfoHash> hashes = new HashSet<>();
            while (rows.next()) {
                hashes.add(InfoHash.of(rows.getBytes(1)));
            }
            return hashes;
        }
    }

    @Override
    public void list(Collection<Listing> entries) {
        asking(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO whitelist (info_hash, origin, path, name, size)
                    SELECT hash, 'release', path, name, size
                    FROM unnest(?::bytea[], ?::text[], ?::text[], ?::bigint[]) AS entry (hash, path, name, size)
                    ON CONFLICT (info_hash, origin) DO UPDATE
                        SET path = excluded.path, name = excluded.name, size = excluded.size, expires = NULL
                        WHERE (whitelist.path, whitelist.name, whitelist.size, whitelist.expires)
                            IS DISTINCT FROM (excluded.path, excluded.name, excluded.size, NULL)
                    """)) {
                Columns<Listing> columns = new Columns<>(connection, statement, List.copyOf(entries));
                columns.addBytes(entry -> entry.hash().toBytes());
                columns.add("text", Listing::path);
                columns.add("text", Listing::name);
                columns.add("int8", Listing::size);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void expireOthers(Set<InfoHash> keep, Instant expiry) {
        asking(connection -> {
            try (PreparedStatement expire = connection.prepareStatement("""
                            UPDATE whitelist SET expires = ?
                            WHERE origin = 'release' AND expires IS NULL AND info_hash = ANY (?)
                            """);
                    PreparedStatement sweep =
                            connection.prepareStatement("DELETE FROM whitelist WHERE expires < now()")) {
                // Found out here, not by a join with those to keep, for the same reason as the second hashes.
                Set<InfoHash> others = published(connection);
                others.removeAll(keep);
                expire.setObject(1, expiry.atOffset(ZoneOffset.UTC));
                expire.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea", others.stream().map(InfoHash::toBytes).toArray(byte[][]::new)));
                return expire.executeUpdate() + sweep.executeUpdate();
            }
        });
    }

    @Override
    public List<ListedTorrent> all() {
        return asking(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(COLUMNS + " WHERE " + LISTED + " ORDER BY path, info_hash, origin")) {
                return entries(statement);
            }
        });
    }

    @Override
    public Found search(String text, int most) {
        // Not LIKE: a percent sign in what is searched for is a percent sign.
        String found = " FROM whitelist WHERE " + LISTED
                + " AND position(lower(?) IN lower(encode(info_hash, 'hex') || ' ' || path || ' ' || name || ' ' || note)) > 0";
        return asking(connection -> {
            try (PreparedStatement count = connection.prepareStatement("SELECT count(*)" + found);
                    PreparedStatement statement = connection.prepareStatement(
                            COLUMNS.replace(" FROM whitelist", found) + " ORDER BY origin, path, info_hash LIMIT ?")) {
                count.setString(1, text);
                statement.setString(1, text);
                statement.setInt(2, most);
                try (ResultSet total = count.executeQuery()) {
                    total.next();
                    return new Found(entries(statement), total.getInt(1));
                }
            }
        });
    }

    @Override
    public List<ListedTorrent> of(InfoHash infoHash) {
        return asking(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(COLUMNS + " WHERE " + LISTED + " AND info_hash = ? ORDER BY origin")) {
                statement.setBytes(1, infoHash.toBytes());
                return entries(statement);
            }
        });
    }

    private static List<ListedTorrent> entries(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<ListedTorrent> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new ListedTorrent(
                        InfoHash.of(rows.getBytes(1)).hex(),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        instant(rows, 6).orElseThrow().toString(),
                        instant(rows, 7).map(Instant::toString).orElse(null)));
            }
            return entries;
        }
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean add(InfoHash infoHash, String note) {
        return asking(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO whitelist (info_hash, origin, path, name, note) VALUES (?, 'manual', '', '', ?)
                    ON CONFLICT (info_hash, origin) DO UPDATE
                        SET note = CASE WHEN excluded.note = '' THEN whitelist.note ELSE excluded.note END
                    RETURNING xmax = 0
                    """)) {
                statement.setBytes(1, infoHash.toBytes());
                statement.setString(2, note);
                try (ResultSet row = statement.executeQuery()) {
                    // A row that was there before has been locked by this statement, which xmax tells.
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    @Override
    public boolean remove(InfoHash infoHash) {
        return asking(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM whitelist WHERE info_hash = ? AND origin = 'manual'")) {
                statement.setBytes(1, infoHash.toBytes());
                return statement.executeUpdate() > 0;
            }
        });
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asking(Question<T> question) {
        try (Connection connection = database.connection()) {
            return question.ask(connection);
        } catch (SQLException away) {
            throw new WhitelistUnavailable(
                    "the whitelist in " + database + " cannot be reached: " + away.getMessage(), away);
        }
    }
}
