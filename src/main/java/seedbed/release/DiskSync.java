package seedbed.release;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits until bytes have reached the disk, without which a loss of power can leave empty files under right names. */
final class DiskSync {

    /** A file system commits together what is waiting together: twenty times as fast as one file after the other. */
    private static final int WAITING_TOGETHER = 32;

    /** From this many files on, one call for the whole file system is faster than one for each of them. */
    private static final int MANY = 1_000;

    private static final int BEAT_MILLIS = 500;

    private DiskSync() {}

    /**
     * Waits for all of these.
     *
     * @param directory that holds them
     * @param tally told of each, and now and then that there is nothing to tell
     */
    static void sync(Path directory, Collection<Path> paths, Tally tally) throws IOException {
        if (paths.size() < MANY || !syncFileSystem(directory, tally)) {
            syncEach(paths, tally);
        } else {
            paths.forEach(path -> tally.add());
        }
    }

    /** Has the disk begin with what was written so far, while more is being made: the wait at the end is shorter. */
    static void begin(Path directory) {
        var unused = fileSystemSync(directory);
    }

    private static boolean syncFileSystem(Path directory, Tally tally) throws IOException {
        Optional<Process> process = fileSystemSync(directory);
        if (process.isEmpty()) {
            return false;
        }
        try {
            while (!process.get().waitFor(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                tally.repeat();
            }
            return process.get().exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    /** Java has no syncfs(2), but GNU's sync has; empty where there is none. */
    private static Optional<Process> fileSystemSync(Path directory) {
        try {
            return Optional.of(new ProcessBuilder("sync", "--file-system", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException noSuchProgram) {
            return Optional.empty();
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

    private static void syncEach(Collection<Path> paths, Tally tally) throws IOException {
        // The threads only wait, and only here: a pool handed in would have to be this large for nobody else.
        ExecutorService waiting = Executors.newFixedThreadPool(WAITING_TOGETHER);
        try {
            List<Callable<Path>> tasks = new ArrayList<>();
            for (Path path : paths) {
                tasks.add(() -> {
                    sync(path);
                    tally.add();
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
