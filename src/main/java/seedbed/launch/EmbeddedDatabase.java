package seedbed.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import seedbed.store.DatabaseAddress;

/** The PostgreSQL that the program brings along: one server below the data directory, on loopback, with a password. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres server;

    private EmbeddedDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres server) {
        this.address = address;
        this.server = server;
    }

    /**
     * Starts the server of a data directory that this process owns.
     *
     * @throws StartFailure if it does not start
     */
    static EmbeddedDatabase start(DataDirectory directory) {
        try {
            Path cluster = directory.path().resolve("postgres");
            Path programs = privateFolder(directory.path().resolve("postgres-programs"));
            stopLeftOver(cluster, programs);
            EmbeddedPostgres server =
                    builder(cluster, programs, password(directory.path())).start();
            // The library opens the folder to everybody so that test runs of several users can share it.
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwx------"));
            return new EmbeddedDatabase(address(server.getPort(), directory.path()), server);
        } catch (IOException | IllegalStateException failed) {
            throw new StartFailure("embedded PostgreSQL in " + directory.path() + " did not start ("
                    + failed.getMessage() + "); expected a free port and a writable directory, or set db.url");
        }
    }

    /**
     * Joins the server that another process runs in its data directory.
     *
     * @throws StartFailure if there is none
     */
    static EmbeddedDatabase join(DataDirectory directory) {
        try {
            List<String> lines = Files.readAllLines(directory.path().resolve("postgres/postmaster.pid"));
            // The fourth line of postmaster.pid is the port.
            return new EmbeddedDatabase(address(Integer.parseInt(lines.get(3).strip()), directory.path()), null);
        } catch (IOException | RuntimeException notRunning) {
            throw new StartFailure("data.dir = \"" + directory.path()
                    + "\": another process uses it, but its PostgreSQL does not answer yet; try again");
        }
    }

    DatabaseAddress address() {
        return address;
    }

    private static EmbeddedPostgres.Builder builder(Path cluster, Path programs, Path password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                // Further options of initdb, which take the place of the library's "trust everybody on this machine".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", Files.readString(password).strip())
                // The library is made for tests and turns durability off; this one keeps its data.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "40")
                .setServerConfig("password_encryption", "scram-sha-256");
    }

    private static DatabaseAddress address(int port, Path directory) throws IOException {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                SUPERUSER,
                Files.readString(password(directory)).strip());
    }

    private static Path privateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    private static Path password(Path directory) throws IOException {
        Path file = directory.resolve("postgres-password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(random) + '\n',
                    StandardOpenOption.WRITE);
        }
        return file;
    }

    /** A serve that was killed leaves its server behind. We own the directory, so nobody else can be using it. */
    private static void stopLeftOver(Path cluster, Path programs) throws IOException {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle server = ProcessHandle.of(pid).orElse(null);
            if (server == null || !server.info().command().orElse("").startsWith(programs.toString())) {
                return;
            }
            server.destroy();
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (NoSuchFileException none) {
            // The usual case: it was stopped in order.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IOException("the PostgreSQL of an earlier run does not stop");
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
