package seedbed.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory that holds the state of {@code serve}; one process at a time may own it. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes the directory usable, creating it where there is none. Others may pass through it, for the front server
     * reads the releases in it as another user, but not look around; what is secret in it has a mode of its own.
     *
     * @throws StartFailure if it cannot be written
     */
    static DataDirectory at(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            Files.delete(Files.createTempFile(path, "writable-", null));
            return new DataDirectory(path.toRealPath());
        } catch (IOException unusable) {
            throw new StartFailure("data.dir = \"" + path + "\": expected a directory that this user can write ("
                    + reason(unusable) + ")");
        }
    }

    Path path() {
        return path;
    }

    /** Tries to become its owner until {@link #close()} or the end of the process; false if another process is. */
    boolean own() {
        try {
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock != null;
        } catch (IOException unusable) {
            throw new StartFailure(
                    "data.dir = \"" + path + "\": expected to lock the file \"lock\" in it (" + reason(unusable) + ")");
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "")
                + Optional.ofNullable(failure.getMessage())
                        .map(text -> ": " + text)
                        .orElse("");
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // The end of the process releases it in any case.
        }
    }
}
