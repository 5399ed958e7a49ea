package seedbed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of any version that ever was, empty or in use, becomes one of today and keeps what it holds. */
@Timeout(120)
final class UpgradeIT {

    /** A row for each table that an earlier version had; in the columns it had then. */
    private static final Map<String, String> ROWS = Map.of(
            "peer",
            "VALUES (decode(repeat('ab', 20), 'hex'), decode('7f0000011ae1', 'hex'), decode(repeat('cd', 20), 'hex'),"
                    + " '', 0, 1, 2, 0, now())",
            "swarm",
            "VALUES (decode(repeat('ab', 20), 'hex'), 7)",
            "traffic",
            "VALUES (decode(repeat('ab', 20), 'hex'), now(), 'campus', 100, 50)",
            "whitelist",
            "(info_hash, origin, path, name) VALUES (decode(repeat('ab', 20), 'hex'), 'manual', '', 'film')",
            "run",
            "VALUES ('20260101T000000000-0000', now(), '{}')",
            "token",
            "(name, digest, scopes) VALUES ('deploy', decode(repeat('ef', 32), 'hex'), ARRAY['regenerate'])",
            "audit",
            "(time, who, what, address, result) VALUES (now(), 'admin', 'log in', '127.0.0.1', '200')",
            "link_counter",
            "VALUES ('router', now(), 1, 2)",
            "link_traffic",
            "VALUES ('router', now(), 1, 2)");

    @TempDir
    private Path folder;

    /** The versions are those of the scripts: one that is added is tested without anybody thinking of it. */
    static List<Path> versions() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("sql"))) {
            return scripts.filter(script -> script.getFileName().toString().startsWith("V"))
                    .sorted(Comparator.comparingInt(UpgradeIT::number))
                    .toList();
        }
    }

    private static int number(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEmptyDatabaseOfAnEarlierVersionIsBroughtUpToDate(Path version) throws Exception {
        DatabaseAddress address = databaseOf(version);

        new Schema(address).migrate();

        assertThat(applied(address)).isEqualTo(versions().size());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aDatabaseInUseKeepsEveryRow(Path version) throws Exception {
        DatabaseAddress address = databaseOf(version);
        List<String> filled = fill(address);

        new Schema(address).migrate();
        new Schema(address).migrate();

        assertThat(applied(address)).isEqualTo(versions().size());
        for (String table : filled) {
            assertThat(number(address, "SELECT count(*) FROM " + table))
                    .as(table)
                    .isOne();
        }
        assertThat(number(address, "SELECT completed FROM swarm")).isEqualTo(7);
        try (Database database = new Database(address, "test", 1)) {
            assertThat(new PostgresWhitelist(database).listed()).hasSize(1);
        }
    }

    /** The first process is held up by a lock on a table it has to change; the second has to wait for the first. */
    @ParameterizedTest
    @MethodSource("versions")
    void aSecondProcessWaitsUntilTheFirstIsThrough(Path version) throws Exception {
        DatabaseAddress address = databaseOf(version);
        try (Connection connection = Database.dedicated(address, "test");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE schema_history IN SHARE MODE");
            CompletableFuture<Void> first = migration(address);
            CompletableFuture<Void> second = migration(address);
            await(
                    address,
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'");
            connection.rollback();
            CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);
        }

        assertThat(applied(address)).isEqualTo(versions().size());
        assertThat(number(address, "SELECT count(*) FROM schema_history WHERE NOT success"))
                .isZero();
    }

    private static CompletableFuture<Void> migration(DatabaseAddress address) {
        return CompletableFuture.runAsync(() -> {
            try {
                new Schema(address).migrate();
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private static void await(DatabaseAddress address, String query) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (number(address, query) == 0) {
            assertThat(System.nanoTime()).as(query).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A database with the tables that a version made, and nothing that came later. */
    private DatabaseAddress databaseOf(Path version) throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("sql"));
        for (Path script : versions()) {
            if (number(script) <= number(version)) {
                Files.copy(script, scripts.resolve(script.getFileName()));
            }
        }
        DatabaseAddress address = TestDatabase.empty();
        Flyway.configure(UpgradeIT.class.getClassLoader())
                .dataSource(address.url(), null, "")
                .locations("filesystem:" + scripts)
                .table("schema_history")
                .load()
                .migrate();
        return address;
    }

    private static List<String> fill(DatabaseAddress address) throws SQLException {
        List<String> filled =
                ROWS.keySet().stream().filter(table -> exists(address, table)).toList();
        for (String table : filled) {
            TestDatabase.execute(address, "INSERT INTO " + table + ' ' + ROWS.get(table));
        }
        return filled;
    }

    private static boolean exists(DatabaseAddress address, String table) {
        try {
            return number(address, "SELECT count(to_regclass('" + table + "'))") == 1;
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static long applied(DatabaseAddress address) throws SQLException {
        return number(address, "SELECT count(DISTINCT version) FROM schema_history WHERE version IS NOT NULL");
    }

    private static long number(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = Database.dedicated(address, "test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
