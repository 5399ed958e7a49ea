package seedbed.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.swarm.PeerRef;
import seedbed.swarm.PeerStore;
import seedbed.swarm.StoreUnavailableException;
import seedbed.swarm.StoredPeer;
import seedbed.swarm.SwarmChanges;

/** Swarms in the tables {@code peer} and {@code swarm}: one statement a table and batch, all in one transaction. */
public final class PostgresPeerStore implements PeerStore {

    private static final int FETCH = 10_000;

    private static final String UPSERT_PEERS = """
            INSERT INTO peer (info_hash, address, peer_id, client_key, status, uploaded, downloaded, remaining, last_seen)
            SELECT * FROM unnest(?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::smallint[], ?::bigint[], ?::bigint[],
                                 ?::bigint[], ?::timestamptz[])
            ON CONFLICT (info_hash, address) DO UPDATE SET
                peer_id = excluded.peer_id, client_key = excluded.client_key, status = excluded.status,
                uploaded = excluded.uploaded, downloaded = excluded.downloaded, remaining = excluded.remaining,
                last_seen = excluded.last_seen
            """;

    private static final String DELETE_PEERS = """
            DELETE FROM peer USING unnest(?::bytea[], ?::bytea[]) AS gone (info_hash, address)
            WHERE peer.info_hash = gone.info_hash AND peer.address = gone.address
            """;

    private static final String ADD_COMPLETED = """
            INSERT INTO swarm (info_hash, completed) SELECT * FROM unnest(?::bytea[], ?::bigint[])
            ON CONFLICT (info_hash) DO UPDATE SET completed = swarm.completed + excluded.completed
            """;

    private static final String SELECT_PEERS = """
            SELECT info_hash, address, peer_id, client_key, status, uploaded, downloaded, remaining, last_seen FROM peer
            """;

    private final Database database;

    public PostgresPeerStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(SwarmChanges changes) throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            upsert(connection, changes.present());
            delete(connection, changes.gone());
            addCompleted(connection, List.copyOf(changes.completed().entrySet()));
            connection.commit();
        } catch (SQLException away) {
            throw new StoreUnavailableException("peers could not be written: " + away.getMessage(), away);
        }
    }

    private static void upsert(Connection connection, List<StoredPeer> peers) throws SQLException {
        if (peers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPSERT_PEERS)) {
            Columns<StoredPeer> columns = new Columns<>(connection, statement, peers);
            columns.addBytes(peer -> peer.infoHash().toBytes());
            columns.addBytes(peer -> CompactAddress.bytes(peer.address()));
            columns.addBytes(peer -> peer.peerId().toBytes());
            columns.addBytes(peer -> peer.key().toBytes());
            columns.add("int2", peer -> (short) StatusCode.of(peer.status()));
            columns.add("int8", StoredPeer::uploaded);
            columns.add("int8", StoredPeer::downloaded);
            columns.add("int8", StoredPeer::left);
            columns.add("timestamptz", peer -> peer.lastSeen().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void delete(Connection connection, List<PeerRef> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE_PEERS)) {
            Columns<PeerRef> columns = new Columns<>(connection, statement, gone);
            columns.addBytes(peer -> peer.infoHash().toBytes());
            columns.addBytes(peer -> CompactAddress.bytes(peer.address()));
            statement.executeUpdate();
        }
    }

    private static void addCompleted(Connection connection, List<Map.Entry<InfoHash, Long>> completed)
            throws SQLException {
        if (completed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD_COMPLETED)) {
            Columns<Map.Entry<InfoHash, Long>> columns = new Columns<>(connection, statement, completed);
            columns.addBytes(entry -> entry.getKey().toBytes());
            columns.add("int8", Map.Entry::getValue);
            statement.executeUpdate();
        }
    }

    @Override
    public void loadPeers(Consumer<StoredPeer> peers) throws StoreUnavailableException {
        try (Connection connection = database.connection()) {
            // A cursor, so that a million rows pass through without being held at once; it needs a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(SELECT_PEERS)) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        peers.accept(peer(rows));
                    }
                }
            }
            connection.commit();
        } catch (SQLException away) {
            throw new StoreUnavailableException("peers could not be read: " + away.getMessage(), away);
        }
    }

    private static StoredPeer peer(ResultSet row) throws SQLException {
        return new StoredPeer(
                InfoHash.of(row.getBytes(1)),
                CompactAddress.parse(row.getBytes(2)),
                PeerId.of(row.getBytes(3)),
                ClientKey.of(row.getBytes(4)),
                StatusCode.status(row.getShort(5)),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    @Override
    public Map<InfoHash, Long> loadCompleted() throws StoreUnavailableException {
        try (Connection connection = database.connection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT info_hash, completed FROM swarm WHERE completed > 0");
                ResultSet rows = statement.executeQuery()) {
            Map<InfoHash, Long> completed = new HashMap<>();
            while (rows.next()) {
                completed.put(InfoHash.of(rows.getBytes(1)), rows.getLong(2));
            }
            return completed;
        } catch (SQLException away) {
            throw new StoreUnavailableException("counts could not be read: " + away.getMessage(), away);
        }
    }
}
