package seedbed.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the programs of one test class live: a directory that is deleted at the end, after they were closed in the
 * reverse order. Prints all their logs when a test fails.
 */
final class Workbench implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {

    private final Deque<AutoCloseable> programs = new ArrayDeque<>();
    private @Nullable Path directory;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (isNested(context)) {
            return;
        }
        directory = Files.createTempDirectory("seedbed-system-");
        // The programs run as several users.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Classes of tests within the class of a workbench share its programs. */
    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    }

    /** A directory for one program; created anew. */
    Path directory(String name) throws IOException {
        return Files.createDirectory(path(name));
    }

    Path path(String name) {
        if (directory == null) {
            throw new IllegalStateException("the workbench is not set up yet");
        }
        return directory.resolve(name);
    }

    /** Has a program closed at the end. */
    <T extends AutoCloseable> T add(T program) {
        programs.push(program);
        return program;
    }

    /** A port of the loopback address that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            printLogs(context.getDisplayName());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (isNested(context)) {
            return;
        }
        while (!programs.isEmpty()) {
            programs.pop().close();
        }
        if (context.getExecutionException().isPresent()) {
            printLogs(context.getDisplayName());
        }
        FileUtils.deleteDirectory(path("").toFile());
    }

    private void printLogs(String test) throws IOException {
        try (Stream<Path> files = Files.walk(path(""))) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                System.err.println("--- " + test + ": " + path("").relativize(log));
                // Clients log bytes that are no text.
                System.err.println(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        }
    }
}
