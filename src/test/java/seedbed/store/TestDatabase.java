package seedbed.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Real PostgreSQL for tests: one server for the JVM, a fresh database for each who asks. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException broken) {
                throw new ExceptionInInitializerError(broken);
            }
        }
    }

    /** An empty database. */
    public static DatabaseAddress empty() throws SQLException {
        String name = "seedbed_" + COUNT.incrementAndGet();
        execute(Server.POSTGRES.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
        return new DatabaseAddress(Server.POSTGRES.getJdbcUrl("postgres", name), "", "");
    }

    /** A database with today's tables. */
    public static DatabaseAddress migrated() throws SQLException {
        DatabaseAddress address = empty();
        new Schema(address).migrate();
        return address;
    }

    /** A database with today's tables, those with an info-hash in their key split into four by it. */
    public static DatabaseAddress partitioned() throws SQLException {
        DatabaseAddress address = migrated();
        for (String table : List.of("peer", "swarm", "traffic")) {
            execute(address, """
                    ALTER TABLE %1$s RENAME TO %1$s_whole;
                    CREATE TABLE %1$s (LIKE %1$s_whole INCLUDING ALL) PARTITION BY HASH (info_hash);
                    DROP TABLE %1$s_whole""".formatted(table));
            for (int part = 0; part < 4; part++) {
                execute(
                        address,
                        "CREATE TABLE %1$s_%2$d PARTITION OF %1$s FOR VALUES WITH (MODULUS 4, REMAINDER %2$d)"
                                .formatted(table, part));
            }
        }
        return address;
    }

    /** Ends all connections to a database and lets in no more, as if its server were gone. */
    public static void shut(DatabaseAddress address) throws SQLException {
        String name = address.url().replaceAll(".*/([a-z0-9_]+)(\\?.*)?", "$1");
        String postgres = Server.POSTGRES.getJdbcUrl("postgres", "postgres");
        execute(postgres, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        execute(
                postgres,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    /** Runs a statement as the superuser. */
    public static void execute(DatabaseAddress address, String sql) throws SQLException {
        execute(address.url(), sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
