package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.postgresql.PGStatement;
import seedbed.protocol.InfoHash;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerNews;
import seedbed.swarm.PeerStore;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

/**
 * Swarms in the tables {@code peer} and {@code swarm}: one statement a table and batch, all in one transaction. Its commit
 * is waited for ({@code synchronous_commit}): a batch costs one write to the disk, and what counts as written must not
 * be lost with PostgreSQL alone.
 */
public final class PostgresPeerStore implements PeerStore {

    private static final int FETCH = 10_000;

    private static final int BINARY = -1;

    // What another node heard later stands, and so does not what was written by a clock that has been set back since.
    private static final String UPSERT_PEERS = "INSERT INTO peer (" + PeerRows.COLUMNS + ")"
            + " SELECT info_hash, address, peer_id, client_key, status, uploaded, downloaded, remaining, "
            + PeerRows.instant("last_seen") + " FROM unnest(" + PeerRows.ARRAYS + ") AS changed (" + PeerRows.COLUMNS
            + ")" + """
             ORDER BY info_hash, address
            ON CONFLICT (info_hash, address) DO UPDATE SET
                peer_id = excluded.peer_id, client_key = excluded.client_key, status = excluded.status,
                uploaded = excluded.uploaded, downloaded = excluded.downloaded, remaining = excluded.remaining,
                last_seen = excluded.last_seen
            WHERE peer.last_seen <= excluded.last_seen OR peer.last_seen > now()
            """;

    private static final String DELETE_PEERS =
            """
            DELETE FROM peer USING unnest(?::bytea[], ?::bytea[], ?::int8[]) AS gone (info_hash, address, heard)
            WHERE peer.info_hash = gone.info_hash AND peer.address = gone.address
            """ + " AND (peer.last_seen <= " + PeerRows.instant("gone.heard") + " OR peer.last_seen > now())";

    private static final String ADD_COMPLETED = """
            INSERT INTO swarm (info_hash, completed)
            SELECT * FROM unnest(?::bytea[], ?::int8[]) AS counted (info_hash, completed) ORDER BY info_hash
            ON CONFLICT (info_hash) DO UPDATE SET completed = swarm.completed + excluded.completed
            RETURNING info_hash, completed
            """;

    private static final String DELETE_UNSEEN = """
            DELETE FROM peer USING (
                SELECT info_hash, address FROM peer WHERE last_seen < now() - ? * interval '1 second' LIMIT 10000) AS unseen
            WHERE peer.info_hash = unseen.info_hash AND peer.address = unseen.address
            """;

    private final Database database;
    private final NodePresence presence;
    private final NodeNews news;
    private final UnansweredCommit<Map<InfoHash, Long>> completed = new UnansweredCommit<>(Map.of());

    /**
     * The store as one of the nodes that share it sees it.
     *
     * @param node this process, and no other
     * @param nanos nanoseconds since any moment, never falling
     */
    public PostgresPeerStore(Database database, UUID node, LongSupplier nanos) {
        this.database = database;
        this.presence = new NodePresence(node, nanos);
        this.news = new NodeNews(node);
    }

    @Override
    public Map<InfoHash, Long> save(SwarmChanges changes) throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            Map<InfoHash, Long> added = completed.added(connection);
            connection.setAutoCommit(false);
            presence.begin(connection);
            delete(connection, changes.gone());
            upsert(connection, changes.present());
            Map<InfoHash, Long> totals = addCompleted(connection, without(added, changes.completed()));
            if (presence.hasCompany(connection)) {
                news.leave(connection, changes, totals);
            }
            completed.commit(connection, changes.completed());
            return totals;
        } catch (SQLException away) {
            throw new StoreUnavailableException("peers could not be written: " + away.getMessage(), away);
        }
    }

    /** Also those of which nothing is left: their totals are asked for. */
    private static Map<InfoHash, Long> without(Map<InfoHash, Long> added, Map<InfoHash, Long> completed) {
        Map<InfoHash, Long> rest = new HashMap<>(completed);
        rest.replaceAll((infoHash, count) -> count - added.getOrDefault(infoHash, 0L));
        return rest;
    }

    private static void upsert(Connection connection, List<StoredPeer> peers) throws SQLException {
        if (!peers.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT_PEERS)) {
                PeerRows.addPresent(new Columns<>(connection, statement, peers));
                statement.executeUpdate();
            }
        }
    }

    private static void delete(Connection connection, List<GonePeer> gone) throws SQLException {
        if (!gone.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(DELETE_PEERS)) {
                PeerRows.addGone(new Columns<>(connection, statement, gone));
                statement.executeUpdate();
            }
        }
    }

    private static Map<InfoHash, Long> addCompleted(Connection connection, Map<InfoHash, Long> completed)
            throws SQLException {
        if (completed.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_COMPLETED)) {
            Columns<Map.Entry<InfoHash, Long>> columns =
                    new Columns<>(connection, statement, List.copyOf(completed.entrySet()));
            columns.addBytes(entry -> entry.getKey().toBytes());
            columns.addLongs(Map.Entry::getValue);
            return totals(statement);
        }
    }

    private static Map<InfoHash, Long> totals(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            Map<InfoHash, Long> totals = new HashMap<>();
            while (rows.next()) {
                totals.put(InfoHash.of(rows.getBytes(1)), rows.getLong(2));
            }
            return totals;
        }
    }

    @Override
    public void join() throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            presence.join(connection);
        } catch (SQLException away) {
            throw new StoreUnavailableException("other nodes could not be joined: " + away.getMessage(), away);
        }
    }

    @Override
    public void loadPeers(Consumer<StoredPeer> peers) throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            // A cursor, so that a million rows pass through without being held at once; it needs a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT " + PeerRows.COLUMNS + " FROM peer")) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        peers.accept(PeerRows.present(rows));
                    }
                }
            }
            connection.commit();
        } catch (SQLException away) {
            throw new StoreUnavailableException("peers could not be read: " + away.getMessage(), away);
        }
    }

    @Override
    public Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException {
        try (Connection connection = database.connection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT info_hash, completed FROM swarm WHERE completed > 0")) {
            return totals(statement);
        } catch (SQLException away) {
            throw new StoreUnavailableException("counts could not be read: " + away.getMessage(), away);
        }
    }

    @Override
    public boolean news(PeerNews reader) throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            boolean present = presence.stay(connection);
            if (present) {
                news.read(connection, reader);
                news.forget(connection);
            }
            return present;
        } catch (SQLException away) {
            throw new StoreUnavailableException("what other nodes wrote could not be read: " + away.getMessage(), away);
        }
    }

    @Override
    public void deleteUnseen(Duration silence) throws StoreUnavailableException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(DELETE_UNSEEN)) {
            statement.setLong(1, silence.toSeconds());
            while (statement.executeUpdate() > 0) {
                // A batch a transaction, so that nobody waits long for a row.
            }
        } catch (SQLException away) {
            throw new StoreUnavailableException("old peers could not be deleted: " + away.getMessage(), away);
        }
    }
}
