package seedbed.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import seedbed.protocol.ClientKey;
import seedbed.protocol.InfoHash;
import seedbed.protocol.PeerId;
import seedbed.swarm.GonePeer;
import seedbed.swarm.PeerRef;
import seedbed.swarm.StoredPeer;

/** Peers as rows, to and from statements. */
final class PeerRows {

    /** Columns of a peer, in the order in which they are written and read here. */
    static final String COLUMNS =
            "info_hash, address, peer_id, client_key, status, uploaded, downloaded, remaining, last_seen";

    /** The arrays of {@link #addPresent}. */
    static final String ARRAYS =
            "?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::int2[], ?::int8[], ?::int8[], ?::int8[], ?::int8[]";

    private PeerRows() {}

    /** A {@code timestamptz} out of a column of {@link Columns#addMicros}. */
    static String instant(String column) {
        return "timestamptz 'epoch' + " + column + " * interval '1 microsecond'";
    }

    static void addPresent(Columns<StoredPeer> columns) throws SQLException {
        columns.addBytes(peer -> peer.infoHash().toBytes());
        columns.addBytes(peer -> CompactAddress.bytes(peer.address()));
        columns.addBytes(peer -> peer.peerId().toBytes());
        columns.addBytes(peer -> peer.key().toBytes());
        columns.addShorts(peer -> StatusCode.of(peer.status()));
        columns.addLongs(StoredPeer::uploaded);
        columns.addLongs(StoredPeer::downloaded);
        columns.addLongs(StoredPeer::left);
        columns.addMicros(StoredPeer::lastSeen);
    }

    static void addGone(Columns<GonePeer> columns) throws SQLException {
        columns.addBytes(peer -> peer.ref().infoHash().toBytes());
        columns.addBytes(peer -> CompactAddress.bytes(peer.ref().address()));
        columns.addMicros(GonePeer::heard);
    }

    static StoredPeer present(ResultSet row) throws SQLException {
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

    static GonePeer gone(ResultSet row) throws SQLException {
        PeerRef ref = new PeerRef(InfoHash.of(row.getBytes(1)), CompactAddress.parse(row.getBytes(2)));
        return new GonePeer(ref, row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
