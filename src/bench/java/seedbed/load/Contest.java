package seedbed.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the same load on contestants in turn, round after round: what else the machine does meets all of them, and the
 * median of the rounds leaves out its worst moments.
 */
final class Contest {

    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** After so many answers the compilers of a JVM have little left to do. */
    private static final long WARM = 250_000;

    private static final int WARM_UPS = 4;

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
            rounds.put(entry, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Entry entry : entries) {
                Load load = Load.drawing(entry.population(), ROUND);
                rounds.get(entry).add(Measured.of(entry.contestant(), way, load, directory));
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
        long answers = 0;
        for (int time = 0; time < WARM_UPS && answers < WARM; time++) {
            Load load = Load.drawing(entry.population(), WARM_UP);
            answers += Measured.of(entry.contestant(), way, load, directory)
                    .served()
                    .announces();
        }
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
