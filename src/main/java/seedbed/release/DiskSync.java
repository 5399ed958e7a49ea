package seedbed.release;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waits until bytes have reached the disk, without which a loss of power can leave empty files under right names. */
final class DiskSync {

    /** A file system commits together what is waiting together: twenty times as fast as one file after the other. */
    private static final int WAITING_TOGETHER = 32;

    private DiskSync() {}

    /** Waits for a file's bytes, or for the names in a directory. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Waits for all of these, telling {@code done} of each from several threads. */
    static void sync(Collection<Path> paths, Runnable done) throws IOException {
        // The threads only wait, and only here: a pool handed in would have to be this large for nobody else.
        ExecutorService waiting = Executors.newFixedThreadPool(WAITING_TOGETHER);
        try {
            List<Callable<Path>> tasks = new ArrayList<>();
            for (Path path : paths) {
                tasks.add(() -> {
                    sync(path);
                    done.run();
                    return path;
                });
            }
            for (Future<Path> synced : waiting.invokeAll(tasks)) {
                synced.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while writing to the disk").initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("what was written cannot be brought to the disk: " + e.getCause(), e);
        } finally {
            waiting.shutdownNow();
        }
    }
}
