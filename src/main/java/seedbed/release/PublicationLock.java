package seedbed.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one publication work in a directory at a time, of all processes; the system frees it if the process dies. */
final class PublicationLock {

    /** What is to be done alone. */
    interface Work<T> {
        T run() throws IOException;
    }

    private PublicationLock() {}

    /**
     * Does the work while nobody else does any here.
     *
     * @throws IOException if somebody else is at work, or the directory cannot be written
     */
    static <T> T holding(Path directory, Work<T> work) throws IOException {
        PublicFiles.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new IOException("another publication is running in " + directory);
            }
            return work.run();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this process, which to the operator is the same.
            return false;
        }
    }
}
