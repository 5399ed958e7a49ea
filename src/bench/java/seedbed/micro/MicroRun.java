package seedbed.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package for a short while each, and writes a table. */
public final class MicroRun {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private MicroRun() {}

    /** Writes the table to the file that is named. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("seedbed\\.micro\\..*Benchmark")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Files.writeString(Path.of(arguments[0]), table(results));
    }

    private static String table(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder("""

                ## The parts of an announce by themselves

                One thread, one JVM for each; ± is half of a 99.9 % interval.

                | part | peers in the swarm | ns | ± | bytes allocated |
                |---|--:|--:|--:|--:|
                """);
        results.forEach(result -> table.append(line(result)));
        return table.toString();
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                .getScore();
    }

    private static String line(RunResult result) {
        String peers = result.getParams().getParam("peers");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %,.0f |%n",
                result.getPrimaryResult().getLabel(),
                peers == null ? "" : peers,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                allocated(result));
    }
}
