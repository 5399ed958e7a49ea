package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import seedbed.protocol.InfoHash;
import seedbed.swarm.PeerNews;
import seedbed.swarm.SwarmChanges;

/** What nodes leave for each other in the table {@code node_news}. */
final class NodeNews {

    private static final String LEAVE = "INSERT INTO node_news (node, " + PeerRows.COLUMNS
            + ", gone_hash, gone_address, gone_heard, completed_hash, completed_total) VALUES (?, " + PeerRows.ARRAYS
            + ", ?::bytea[], ?::bytea[], ?::int8[], ?::bytea[], ?::int8[])";

    private static final String PRESENT =
            "SELECT info_hash, address, peer_id, client_key, status, uploaded, downloaded,"
                    + " remaining, " + PeerRows.instant("last_seen") + " FROM (SELECT unnest(info_hash) AS info_hash,"
                    + " unnest(address) AS address, unnest(peer_id) AS peer_id, unnest(client_key) AS client_key,"
                    + " unnest(status) AS status, unnest(uploaded) AS uploaded, unnest(downloaded) AS downloaded,"
                    + " unnest(remaining) AS remaining, unnest(last_seen) AS last_seen FROM node_news WHERE id = ?) AS told";

    private static final String GONE = "SELECT hash, address, " + PeerRows.instant("heard")
            + " FROM (SELECT unnest(gone_hash) AS hash, unnest(gone_address) AS address, unnest(gone_heard) AS heard"
            + " FROM node_news WHERE id = ?) AS told";

    private static final String COMPLETED =
            "SELECT unnest(completed_hash), unnest(completed_total) FROM node_news WHERE id = ?";

    /** Longer than the others are waited for, so that nobody misses anything who still counts as there. */
    private static final String FORGET = "DELETE FROM node_news WHERE written < now() - interval '1 minute'";

    private final UUID node;
    private final Set<Long> read = new HashSet<>();

    NodeNews(UUID node) {
        this.node = node;
    }

    /**
     * Leaves what this node writes in the same transaction.
     *
     * @param totals what the completed downloads add up to
     */
    void leave(Connection connection, SwarmChanges changes, Map<InfoHash, Long> totals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVE)) {
            statement.setObject(1, node);
            var present = new Columns<>(connection, statement, changes.present(), 1);
            PeerRows.addPresent(present);
            var gone = present.then(changes.gone());
            PeerRows.addGone(gone);
            var completed = gone.then(List.copyOf(totals.entrySet()));
            completed.addBytes(entry -> entry.getKey().toBytes());
            completed.addLongs(Map.Entry::getValue);
            statement.executeUpdate();
        }
    }

    /** Tells what others left since the last call; the connection is in auto-commit mode. */
    synchronized void read(Connection connection, PeerNews reader) throws SQLException {
        List<Long> there = there(connection);
        read.retainAll(there);
        for (Long id : there) {
            if (!read.contains(id)) {
                tell(connection, id, reader);
                read.add(id);
            }
        }
    }

    private List<Long> there(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM node_news WHERE node <> ? ORDER BY id")) {
            statement.setObject(1, node);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    private static void tell(Connection connection, long id, PeerNews reader) throws SQLException {
        // Who went before who came: a peer that is in both is there.
        forEach(connection, GONE, id, row -> reader.gone(PeerRows.gone(row)));
        forEach(connection, PRESENT, id, row -> reader.present(PeerRows.present(row)));
        Map<InfoHash, Long> totals = new HashMap<>();
        forEach(connection, COMPLETED, id, row -> totals.put(InfoHash.of(row.getBytes(1)), row.getLong(2)));
        reader.completed(totals);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void forEach(Connection connection, String sql, long id, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(FORGET);
        }
    }
}
