package seedbed.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import seedbed.campus.IpAddress;
import seedbed.protocol.AnnounceParser;
import seedbed.protocol.AnnounceRequest;
import seedbed.protocol.PeerAddress;
import seedbed.protocol.RefusedException;

/** A tracker of 2009: a pool of connections, and for each announce one INSERT and one SELECT. */
public final class StatementPerAnnounce extends HttpServlet {

    static final String TABLE = """
            CREATE TABLE peer (
                info_hash bytea       NOT NULL,
                address   bytea       NOT NULL,
                peer_id   bytea       NOT NULL,
                remaining bigint      NOT NULL,
                last_seen timestamptz NOT NULL,
                PRIMARY KEY (info_hash, address))""";

    private static final long serialVersionUID = 1L;
    private static final int CONNECTIONS = 16;
    private static final int INTERVAL = 1800;
    private static final String INSERT = "INSERT INTO peer VALUES (?, ?, ?, ?, now()) ON CONFLICT (info_hash, address)"
            + " DO UPDATE SET remaining = excluded.remaining, last_seen = excluded.last_seen";
    private static final String SELECT = "SELECT address FROM peer WHERE info_hash = ? AND address <> ? LIMIT ?";

    private final transient ComboPooledDataSource pool;
    private final transient AnnounceParser parser = new AnnounceParser(50, 200, infoHash -> true);

    private StatementPerAnnounce(ComboPooledDataSource pool) {
        this.pool = pool;
    }

    /** Serves on a port and a Unix-domain socket, with a database, a user and a password. */
    public static void main(String[] arguments) throws Exception {
        ComboPooledDataSource pool = new ComboPooledDataSource();
        pool.setJdbcUrl(arguments[2]);
        pool.setUser(arguments[3]);
        pool.setPassword(arguments[4]);
        pool.setMaxPoolSize(CONNECTIONS);
        pool.setMaxStatementsPerConnection(2);
        JettyServer.serve(Integer.parseInt(arguments[0]), Path.of(arguments[1]), new StatementPerAnnounce(pool));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            AnnounceRequest announce = parser.parse(request.getQueryString());
            IpAddress client = IpAddress.of(request.getHeader("X-Forwarded-For"));
            byte[] peers = peers(announce, bytes(announce.addressAt(client)));
            byte[] head = ("d8:intervali" + INTERVAL + "e5:peers" + peers.length + ":").getBytes(US_ASCII);
            response.setContentType("text/plain");
            response.setContentLength(head.length + peers.length + 1);
            response.getOutputStream().write(head);
            response.getOutputStream().write(peers);
            response.getOutputStream().write('e');
        } catch (SQLException | RefusedException failure) {
            throw new ServletException(failure);
        }
    }

    private byte[] peers(AnnounceRequest announce, byte[] address) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            insert.setBytes(1, announce.infoHash().toBytes());
            insert.setBytes(2, address);
            insert.setBytes(3, announce.peerId().toBytes());
            insert.setLong(4, announce.left());
            insert.executeUpdate();
            select.setBytes(1, announce.infoHash().toBytes());
            select.setBytes(2, address);
            select.setInt(3, announce.numwant());
            return compact(select);
        }
    }

    private static byte[] compact(PreparedStatement select) throws SQLException {
        ByteArrayOutputStream peers = new ByteArrayOutputStream();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                peers.writeBytes(rows.getBytes(1));
            }
        }
        return peers.toByteArray();
    }

    private static byte[] bytes(PeerAddress address) {
        byte[] ip = address.ip().bytes();
        return ByteBuffer.allocate(ip.length + 2)
                .put(ip)
                .putShort((short) address.port())
                .array();
    }
}
