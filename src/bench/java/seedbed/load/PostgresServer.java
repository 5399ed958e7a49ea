package seedbed.load;

import java.io.Closeable;
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

/** Debian's PostgreSQL with the settings it comes with: what it says it has written has reached the disk. */
final class PostgresServer implements Closeable {

    static final String USER = "seedbed";
    static final String PASSWORD = "correct horse";

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private final Program program;
    private final int port;

    private PostgresServer(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    static PostgresServer start(Path directory) throws Exception {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        if (isRoot()) {
            Program.output("chown", directory, List.of("chown", "-R", "postgres:postgres", directory.toString()));
        }
        Path data = directory.resolve("data");
        Program.output(
                "initdb",
                directory,
                unprivileged(
                        PROGRAMS.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C"));
        int port = Workplace.freePort();
        Program program = Program.start(
                "postgres",
                directory,
                unprivileged(
                        PROGRAMS.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="));
        PostgresServer server = new PostgresServer(program, port);
        Patience.until("PostgreSQL answers", Duration.ofSeconds(60), server::answers);
        return server;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> unprivileged(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private boolean answers() throws Exception {
        program.mustRun();
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    Program program() {
        return program;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    PostgresServer createDatabase(String name) throws SQLException {
        execute("postgres", "CREATE DATABASE " + name);
        return this;
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query gives. */
    long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        program.signal("CONT");
        // The fast way: it does not wait for those who are connected.
        program.signal("INT");
        program.close();
    }
}
