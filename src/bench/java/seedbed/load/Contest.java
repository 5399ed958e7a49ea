package seedbed.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the same load on contestants in turn, round after round: what else the machine does meets all of them, and what
 * they are to each other is asked within each round. The median of the rounds leaves out the worst moments.
 */
final class Contest {

    static final int ROUNDS = 5;

    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Before so many answers the compilers of a JVM have much to do, if the machine is fast enough for that. */
    private static final long COLD = 250_000;

    private static final int COLD_WARM_UPS = 4;

    /** They have little left to do when warm-ups are not cheaper by this than the one before, so many in a row. */
    private static final double CHEAPER = 0.97;

    private static final int SETTLED = 2;

    private static final int MOST_WARM_UPS = 10;

    private final Path directory;

    /** @param directory for the logs of wrk */
    Contest(Path directory) {
        this.directory = directory;
    }

    /** A contestant and the peers that it has to do with. */
    record Entry(Contestant contestant, Population population) {}

    List<Figures> measure(Way way, List<Entry> entries) throws Exception {
        Map<Entry, List<Measured>> rounds = new LinkedHashMap<>();
        for (Entry entry : entries) {
            warm(way, entry);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Entry entry : entries) {
                Load load = Load.drawing(entry.population(), ROUND);
                rounds.computeIfAbsent(entry, unused -> new ArrayList<>())
                        .add(Measured.of(entry.contestant(), way, load, directory));
            }
        }
        List<Figures> figures = new ArrayList<>();
        rounds.forEach((entry, measured) -> figures.add(new Figures(
                entry.contestant().name(),
                way,
                String.format(Locale.ROOT, "%,d", entry.population().peers()),
                measured)));
        figures.forEach(Contest::print);
        return figures;
    }

    private void warm(Way way, Entry entry) throws Exception {
        Load load = Load.drawing(entry.population(), WARM_UP);
        long answers = 0;
        int times = 0;
        int settled = 0;
        double before = Double.MAX_VALUE;
        do {
            Measured measured = Measured.of(entry.contestant(), way, load, directory);
            answers += measured.served().announces();
            times++;
            settled = measured.serverMicros() < CHEAPER * before ? 0 : settled + 1;
            before = measured.serverMicros();
        } while (isCold(answers, times) || (settled < SETTLED && times < MOST_WARM_UPS));
    }

    private static boolean isCold(long answers, int times) {
        return answers < COLD && times < COLD_WARM_UPS;
    }

    private static void print(Figures figures) {
        Progress.say(
                "%-26s %-17s %9s peers %,9.0f announces/s %7.1f µs of CPU",
                figures.contestant(),
                figures.way().title(),
                figures.population(),
                figures.perSecond(),
                figures.serverMicros());
    }
}
