package seedbed.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.commons.io.FileUtils;

/** Where the programs of a run live: a directory that is deleted at the end, after they were closed in reverse order. */
final class Workplace implements Closeable {

    private final Deque<Closeable> programs = new ArrayDeque<>();
    private final Path directory;

    Workplace() throws IOException {
        directory = Files.createTempDirectory("seedbed-bench-");
        // PostgreSQL and opentracker give up root for users of their own.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path directory(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    /** Has a program closed at the end. */
    synchronized <T extends Closeable> T add(T program) {
        programs.push(program);
        return program;
    }

    /** A configuration file of Seedbed with these keys, in a directory. */
    static Path configuration(Path directory, Map<String, String> keys) throws IOException {
        Properties properties = new Properties();
        properties.putAll(keys);
        Path file = directory.resolve("seedbed.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /** A port of the loopback address that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a program, waits until it listens on its port, and has it closed at the end. */
    Program listening(String name, Path directory, List<String> command, int port) throws Exception {
        Program program = add(Program.start(name, directory, command));
        Patience.until(name + " listens on its port", Duration.ofSeconds(60), () -> {
            program.mustRun();
            return isListenedOn(port);
        });
        return program;
    }

    private static boolean isListenedOn(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        while (!programs.isEmpty()) {
            programs.pop().close();
        }
        FileUtils.deleteDirectory(directory.toFile());
    }
}
