package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of its own, with a password and on a free port; it can be stopped and started again. */
final class PostgresServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "seedbed";
    private static final String PASSWORD = "correct horse";

    private final Path directory;
    private final int port;
    private @Nullable Program server;

    private PostgresServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Makes the cluster; {@link #start()} starts the server on it. */
    static PostgresServer create(Workbench bench) throws Exception {
        return create(bench, "postgres");
    }

    /** @param name of its directory; a workbench can have several */
    static PostgresServer create(Workbench bench, String name) throws Exception {
        Path directory = Account.POSTGRES.directory(bench.path(name));
        Path password = Account.POSTGRES.own(Files.writeString(directory.resolve("password"), PASSWORD));
        List<String> initdb = List.of(
                PROGRAMS.resolve("initdb").toString(),
                "--pgdata=" + directory.resolve("data"),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        Program.output("initdb", directory, Account.POSTGRES.command(initdb));
        return bench.add(new PostgresServer(directory, Workbench.freePort()));
    }

    /** A streaming replica of this one, which runs; it is still to be started. */
    PostgresServer replica(Workbench bench, String name) throws Exception {
        Path copy = Account.POSTGRES.directory(bench.path(name));
        List<String> command = List.of(
                "env",
                "PGPASSWORD=" + PASSWORD,
                program("pg_basebackup"),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + USER,
                "--pgdata=" + copy.resolve("data"),
                "--write-recovery-conf",
                "--create-slot",
                "--slot=" + name,
                "--checkpoint=fast",
                "--no-sync");
        Program.output("pg_basebackup", copy, Account.POSTGRES.command(command));
        return bench.add(new PostgresServer(copy, Workbench.freePort()));
    }

    /** The path of one of PostgreSQL's programs. */
    static String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    PostgresServer start() throws Exception {
        List<String> postgres = List.of(
                PROGRAMS.resolve("postgres").toString(),
                "-D",
                directory.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        Program started = Program.start("postgres", directory, Account.POSTGRES.command(postgres));
        server = started;
        Eventually.within(Duration.ofSeconds(30), () -> {
            started.mustRun();
            connect();
        });
        return this;
    }

    private void connect() {
        try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD)) {
            connection.isValid(1);
        } catch (SQLException notYet) {
            throw new AssertionError("PostgreSQL does not answer: " + notYet.getMessage(), notYet);
        }
    }

    /** Runs a statement as the superuser. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the first column of a query holds. */
    List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), USER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    int port() {
        return port;
    }

    /** As PostgreSQL's own programs are told of it. */
    String uri() {
        return "postgresql://" + USER + ":" + PASSWORD.replace(" ", "%20") + "@127.0.0.1:" + port + "/postgres";
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** What the mirror is told of it. */
    Map<String, String> settings() {
        return Map.of("db.url", url(), "db.user", USER, "db.password", PASSWORD);
    }

    /** Makes the roles of {@code sql/roles.sql}; what a mirror is told that uses them. */
    Map<String, String> rolesSettings() throws Exception {
        List<String> psql = List.of(
                PROGRAMS.resolve("psql").toString(),
                "postgresql://" + USER + ":" + PASSWORD.replace(" ", "%20") + "@127.0.0.1:" + port + "/postgres",
                "-v",
                "owner_password=owner's",
                "-v",
                "tracker_password=tracker's",
                "-v",
                "publisher_password=publisher's",
                "-f",
                Path.of("sql/roles.sql").toAbsolutePath().toString());
        Program.output("psql", directory, psql);
        return Map.of(
                "db.url",
                url(),
                "db.user",
                "seedbed_owner",
                "db.password",
                "owner's",
                "db.tracker.user",
                "seedbed_tracker",
                "db.tracker.password",
                "tracker's",
                "db.publisher.user",
                "seedbed_publisher",
                "db.publisher.password",
                "publisher's");
    }

    /** The fast way, which cuts connections. */
    void stop() throws Exception {
        if (server != null) {
            server.end("INT");
        }
    }

    /** All of its processes at once, as {@code kill -9} does. */
    void kill() throws Exception {
        Program killed = Objects.requireNonNull(server);
        killed.signalWithin("KILL");
        killed.end("KILL");
    }

    /** It neither answers nor ends any connection. */
    void freeze() throws IOException {
        Program frozen = Objects.requireNonNull(server);
        frozen.signal("STOP");
        frozen.signalWithin("STOP");
    }

    void thaw() throws IOException {
        Program frozen = Objects.requireNonNull(server);
        frozen.signalWithin("CONT");
        frozen.signal("CONT");
    }

    /** The ports of the peers that are written. */
    Set<Integer> peers() throws SQLException {
        return column("SELECT 256 * get_byte(address, 4) + get_byte(address, 5) FROM peer").stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.signal("INT");
            server.close();
        }
    }
}
