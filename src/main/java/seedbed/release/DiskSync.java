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

    /** From this many files on, one call for the whole file system is faster than one for each of them. */
    private static final int MANY = 1_000;

    private DiskSync() {}

    /**
     * Waits for all of these.
     *
     * @param directory that holds them
     * @param done told of each, from several threads
     */
    static void sync(Path directory, Collection<Path> paths, Runnable done) throws IOException {
        if (paths.size() < MANY || !syncFileSystem(directory)) {
            syncEach(paths, done);
        } else {
            paths.forEach(path -> done.run());
        }
    }

    /** Java has no syncfs(2), but GNU's sync has; false where there is none. */
    private static boolean syncFileSystem(Path directory) throws IOException {
        try {
            return new ProcessBuilder("sync", "--file-system", directory.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static IOException interrupted(InterruptedException e) {
        return (IOException) new InterruptedIOException("interrupted while writing to the disk").initCause(e);
    }

    /** Waits for a file's bytes, or for the names in a directory. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void syncEach(Collection<Path> paths, Runnable done) throws IOException {
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
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("what was written cannot be brought to the disk: " + e.getCause(), e);
        } finally {
            waiting.shutdownNow();
        }
    }
}
