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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final String COLUMNS = "SELECT info_hash, origin, path, name, added, expires FROM whitelist";
    private static final String LISTED = "(expires IS NULL OR expires > now())";

    private final Database database;

    public PostgresWhitelist(Database database) {
        this.database = database;
    }

    /** Every hash that is to be served now. */
    public Set<InfoHash> listed() throws SQLException {
        try (Connection connection = database.connection()) {
            return hashes(connection, "SELECT DISTINCT info_hash FROM whitelist WHERE " + LISTED);
        }
    }

    @Override
    public Set<InfoHash> published() {
        return asking(connection ->
                hashes(connection, "SELECT info_hash FROM whitelist WHERE origin = 'release' AND expires IS NULL"));
    }

    private static Set<InfoHash> hashes(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
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
                    INSERT INTO whitelist (info_hash, origin, path, name)
                    SELECT hash, 'release', path, name
                    FROM unnest(?::bytea[], ?::text[], ?::text[]) AS entry (hash, path, name)
                    ON CONFLICT (info_hash, origin) DO UPDATE
                        SET path = excluded.path, name = excluded.name, expires = NULL
                        WHERE (whitelist.path, whitelist.name) <> (excluded.path, excluded.name)
                            OR whitelist.expires IS NOT NULL
                    """)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea",
                                entries.stream()
                                        .map(entry -> entry.hash().toBytes())
                                        .toArray(byte[][]::new)));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text", entries.stream().map(Listing::path).toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text", entries.stream().map(Listing::name).toArray()));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void expireOthers(Set<InfoHash> keep, Instant expiry) {
        asking(connection -> {
            try (PreparedStatement expire = connection.prepareStatement("""
                            UPDATE whitelist SET expires = ?
                            WHERE origin = 'release' AND expires IS NULL
                                AND NOT EXISTS (SELECT FROM unnest(?::bytea[]) AS keep (hash) WHERE hash = info_hash)
                            """);
                    PreparedStatement sweep =
                            connection.prepareStatement("DELETE FROM whitelist WHERE expires < now()")) {
                expire.setObject(1, expiry.atOffset(ZoneOffset.UTC));
                expire.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea", keep.stream().map(InfoHash::toBytes).toArray(byte[][]::new)));
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
                        instant(rows, 5).orElseThrow().toString(),
                        instant(rows, 6).map(Instant::toString).orElse(null)));
            }
            return entries;
        }
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean add(InfoHash infoHash) {
        return change(
                "INSERT INTO whitelist (info_hash, origin, path, name) VALUES (?, 'manual', '', '')"
                        + " ON CONFLICT DO NOTHING",
                infoHash);
    }

    @Override
    public boolean remove(InfoHash infoHash) {
        return change("DELETE FROM whitelist WHERE info_hash = ? AND origin = 'manual'", infoHash);
    }

    private boolean change(String sql, InfoHash infoHash) {
        return asking(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
