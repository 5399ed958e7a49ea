package seedbed.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that was started, with all that it says in one log. */
final class Program implements Closeable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts it in a directory, where its log is kept as well. */
    static Program start(String name, Path directory, List<String> command) throws IOException {
        Path log = directory.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        return new Program(name, process, log);
    }

    /** Runs a command that must succeed, and tells what it said. */
    static String output(String name, Path directory, List<String> command) throws Exception {
        try (Program program = start(name, directory, command)) {
            int code = program.process.waitFor();
            if (code != 0) {
                throw new IOException(name + " ended with " + code + ": " + program.output());
            }
            return program.output();
        }
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    /** Fails, with its words, if it has ended although it is needed. */
    void mustRun() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ": " + output());
        }
    }

    long pid() {
        return process.pid();
    }

    /** It and all it started, first itself. */
    Stream<Long> pids() {
        return Stream.concat(Stream.of(process.pid()), process.descendants().map(ProcessHandle::pid));
    }

    /** Sends a signal, such as {@code STOP}, to it and to all it started. */
    void signal(String signal) throws IOException {
        for (long pid : pids().toList()) {
            // The shell's own kill: the program of that name is not on every machine.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + ' ' + pid).start();
            kill.onExit().join();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
