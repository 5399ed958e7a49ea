package seedbed.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What wrk is to do; {@code src/bench/wrk/announce.lua} explains the announces.
 *
 * @param population whose swarms they are in
 * @param first the number of the first peer that announces
 * @param peers how many peers do
 * @param walk whether they come in turn, or any of them each time
 * @param close whether each announce has a connection of its own
 * @param pauseMillis what a connection waits between announces on average, 0 for as many as it can
 * @param duration of the load
 */
record Load(
        Population population,
        long first,
        long peers,
        boolean walk,
        boolean close,
        int pauseMillis,
        Duration duration) {

    static final int CONNECTIONS = 32;
    private static final int THREADS = 2;
    private static final Path SCRIPT = Path.of("src/bench/wrk/announce.lua");

    /** Any peer of the population each time, on connections that stay open. */
    static Load drawing(Population population, Duration duration) {
        return new Load(population, 0, population.peers(), false, false, 0, duration);
    }

    Load closing() {
        return new Load(population, first, peers, walk, true, pauseMillis, duration);
    }

    /** As far as that many peers go, each in turn, from the given one on. */
    Load walking(long from, long count) {
        return new Load(population, from, count, true, close, pauseMillis, duration);
    }

    /** About as many announces a second, if they are answered at once. */
    Load atRate(double perSecond) {
        return new Load(
                population, first, peers, walk, close, (int) Math.round(1000.0 * CONNECTIONS / perSecond), duration);
    }

    /** Puts the load on a tracker of this machine. */
    Served on(int port, Path directory) throws Exception {
        return Served.parse(Program.output("wrk", directory, command(port)));
    }

    private List<String> command(int port) {
        return List.of(
                "wrk",
                "--threads=" + THREADS,
                "--connections=" + CONNECTIONS,
                "--duration=" + duration.toSeconds() + "s",
                "--timeout=20s",
                "--script=" + SCRIPT.toAbsolutePath(),
                "http://127.0.0.1:" + port,
                "--",
                population.file().toString(),
                Long.toString(peers),
                Long.toString(first),
                walk ? "walk" : "draw",
                close ? "close" : "keep",
                Integer.toString(pauseMillis),
                Integer.toString(THREADS));
    }
}
