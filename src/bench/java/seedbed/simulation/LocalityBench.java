package seedbed.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What crosses the link when 2 000 students want four images at once, by the way in which their peers are chosen. */
final class LocalityBench {

    private static final long SEED = 1;

    /** Bytes per second. */
    private static final double WIDE = 125e6;

    private static final double NARROW = 25e6;

    private static final String INTRODUCTION = """

            ## Bytes over the link: a simulated flash crowd

            2 000 students want four images of 0.5 to 2 GiB within five minutes; 80 peers outside have each of them,
            60 of these whole, and give 500 kB/s. Of the students three in ten are on the radio network (40 Mbit/s down,
            20 up), the others have 100 Mbit/s. An origin box has the images already; the copy that this cost is counted.
            """;

    @Test
    void aFlashCrowd() throws IOException {
        Map<Rival, Outcome> wide = outcomes(WIDE);
        Map<Rival, Outcome> narrow = outcomes(NARROW);
        report(INTRODUCTION + table("1 Gbit/s", wide) + table("200 Mbit/s", narrow));

        assertReached(wide);
        assertReached(narrow);
        // A wide link lets a crowd that fetches everything several times be served sooner.
        assertAsSoon(requireNonNull(narrow.get(Rival.OURS)), narrow);
    }

    private static Map<Rival, Outcome> outcomes(double link) {
        Map<Rival, Outcome> outcomes = new EnumMap<>(Rival.class);
        for (Rival rival : Rival.values()) {
            outcomes.put(rival, rival.run(Scenario.campus(link), SEED));
        }
        return outcomes;
    }

    private static void assertReached(Map<Rival, Outcome> outcomes) {
        assertThat(outcomes.values()).allMatch(outcome -> outcome.unfinished() == 0);
        Outcome withBox = requireNonNull(outcomes.get(Rival.OURS_WITH_BOX));
        Outcome without = requireNonNull(outcomes.get(Rival.OURS));
        assertThat(withBox.mostCopies()).isLessThanOrEqualTo(1.1);
        assertThat(without.mostCopies()).isLessThanOrEqualTo(2);
        assertAsSoon(withBox, outcomes);
    }

    private static void assertAsSoon(Outcome ours, Map<Rival, Outcome> outcomes) {
        Outcome random = requireNonNull(outcomes.get(Rival.RANDOM));
        assertThat(ours.meanSeconds()).isLessThanOrEqualTo(1.05 * random.meanSeconds());
    }

    private static void report(String section) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("bench.report", "target/bench-locality.md")),
                section,
                StandardCharsets.UTF_8);
    }

    private static String table(String link, Map<Rival, Outcome> outcomes) {
        StringBuilder table = new StringBuilder("\nWith a link of " + link + ":\n\n"
                + "| peers are chosen | copies of each image over the link | mean download | 95 % within | all within |\n"
                + "|---|---|---|---|---|\n");
        outcomes.forEach((rival, outcome) -> table.append(line(rival, outcome)));
        return table.toString();
    }

    private static String line(Rival rival, Outcome outcome) {
        String copies = outcome.copies().stream()
                .map(copy -> String.format(Locale.ROOT, "%.2f", copy))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f s | %d s | %d s |%n",
                rival.title(),
                copies,
                outcome.meanSeconds(),
                outcome.secondsOfAllBut(0.05),
                outcome.secondsOfAllBut(0));
    }
}
