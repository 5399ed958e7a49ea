package seedbed.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started, with all that it says in one log. */
final class Program implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it in a directory, where its log is kept as well.
     *
     * @param name for the log and for messages
     */
    static Program start(String name, Path directory, List<String> command) throws IOException {
        Path log = directory.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Program(name, process, log);
    }

    /** Runs it to its end. */
    static Program run(String name, Path directory, List<String> command, Duration patience) throws Exception {
        try (Program program = start(name, directory, command)) {
            program.exitCode(patience);
            return program;
        }
    }

    /** Runs a command that must succeed, and tells what it said. */
    static String output(String name, Path directory, List<String> command) throws Exception {
        Program program = run(name, directory, command, Duration.ofMinutes(1));
        int code = program.exitCode(Duration.ZERO);
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ": " + program.output());
        }
        return program.output();
    }

    /** All it said up to now, and what earlier ones of the same name and directory said before it. */
    String output() throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }

    /** Fails at once, with its words, if it has ended although it is needed. */
    void mustRun() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ": " + output());
        }
    }

    /** Waits for its end. */
    int exitCode(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(name + " did not end within " + patience + ": " + output());
        }
        return process.exitValue();
    }

    /** Sends a signal, such as {@code INT}, and waits for the end. */
    int end(String signal) throws IOException, InterruptedException {
        signal(signal);
        return exitCode(STOP_PATIENCE);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it without letting it do anything more, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    void signal(String signal) throws IOException {
        signal(signal, process.pid());
    }

    /** Sends a signal to what it started in turn, for one that only leads to another {@link Host}. */
    void signalWithin(String signal) throws IOException {
        for (ProcessHandle child : process.children().toList()) {
            signal(signal, child.pid());
        }
    }

    /**
     * The number of what it started in turn.
     *
     * @throws IOException if that is nothing yet
     */
    long firstChild() throws IOException {
        return process.children()
                .findFirst()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IOException(name + " has started nothing"));
    }

    private static void signal(String signal, long process) throws IOException {
        // The shell's own kill: the program of that name is not on every machine.
        new ProcessBuilder("sh", "-c", "kill -" + signal + ' ' + process).start();
    }

    /** Has it end in order if it will, and in any case. */
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
