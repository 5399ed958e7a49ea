package seedbed.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar WAR serve} on a free port, its data in {@code var} below a folder. */
final class ServeProcess implements AutoCloseable {

    private static final String READY = "Seedbed ready: http://127.0.0.1:";

    private final Process process;
    private final Path errors;
    private final RawHttp http;

    /**
     * Starts it and waits until it answers.
     *
     * @param settings as Java's own options
     */
    ServeProcess(Path folder, String... settings) throws IOException {
        errors = folder.resolve("err.log");
        List<String> options = new ArrayList<>(List.of("-Dseedbed.http.port=0"));
        options.addAll(List.of(settings));
        options.add("serve");
        process = new ProcessBuilder(JavaCommand.of(WarConfiguration.war(), options.toArray(String[]::new)))
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new AssertionError("serve said " + line + "\n" + Files.readString(errors));
        }
        http = new RawHttp("127.0.0.1", Integer.parseInt(line.substring(READY.length(), line.length() - 1)));
    }

    RawHttp http() {
        return http;
    }

    /** Whether its log has these words soon. */
    boolean comesToSay(String words) throws IOException {
        boolean said = false;
        for (int i = 0; i < 5_000 && !said; i++) {
            said = http.send("GET", "/healthz").status() == 200 && log().contains(words);
        }
        return said;
    }

    String log() throws IOException {
        return Files.readString(errors);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("serve did not end within a minute");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        try {
            terminate();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
