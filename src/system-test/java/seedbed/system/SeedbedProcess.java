package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code java -jar seedbed.war serve}: the product as it is shipped. */
final class SeedbedProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Pattern READY = Pattern.compile("Seedbed ready: http://127\\.0\\.0\\.1:(\\d+)/");

    private final Program program;
    private final Path log;
    private final int port;

    private SeedbedProcess(Program program, Path log, int port) {
        this.program = program;
        this.log = log;
        this.port = port;
    }

    /** Serves with these settings until it is stopped; returns when it says that it is ready. */
    static SeedbedProcess serve(Path directory, Map<String, String> settings) throws Exception {
        return serve(directory, settings, UnaryOperator.identity());
    }

    /**
     * The same, somewhere else.
     *
     * @param at makes a command of this machine one that runs there
     */
    static SeedbedProcess serve(Path directory, Map<String, String> settings, UnaryOperator<List<String>> at)
            throws Exception {
        Path file = configuration(directory, settings);
        Path log = Files.createTempDirectory(directory, "serve-");
        Program program = Program.start("seedbed", log, at.apply(java("--config", file.toString(), "serve")));
        try {
            return new SeedbedProcess(program, log, awaitPort(program));
        } catch (Throwable notReady) {
            program.close();
            throw notReady;
        }
    }

    private static int awaitPort(Program program) throws Exception {
        Eventually.within(START_PATIENCE, () -> {
            program.mustRun();
            assertThat(program.output()).containsPattern(READY);
        });
        Matcher ready = READY.matcher(program.output());
        assertThat(ready.find()).isTrue();
        return Integer.parseInt(ready.group(1));
    }

    /** Writes a properties file. */
    static Path configuration(Path directory, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve("seedbed.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /** The command line of the executable WAR. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("test.war")));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The one it listens on. */
    int port() {
        return port;
    }

    String output() throws IOException {
        return Files.readString(log.resolve("seedbed.log"));
    }

    /** As {@code kill -9} does. */
    void kill() throws Exception {
        program.end("KILL");
    }

    /** Asks it to stop, and waits; the exit code. */
    int stop() throws Exception {
        return program.end("TERM");
    }

    /** The same for one that was started on a {@link Host}. */
    int stopWithin() throws Exception {
        program.signalWithin("TERM");
        return program.exitCode(START_PATIENCE);
    }

    @Override
    public void close() {
        program.close();
    }
}
