package seedbed.simulation;

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

    @Test
    void aFlashCrowd() throws IOException {
        Map<Rival, Outcome> outcomes = new EnumMap<>(Rival.class);
        for (Rival rival : Rival.values()) {
            outcomes.put(rival, rival.run(Scenario.campus(), SEED));
        }
        Files.writeString(
                Path.of(System.getProperty("bench.report", "target/bench-locality.md")),
                table(outcomes),
                StandardCharsets.UTF_8);

        assertThat(outcomes.values()).allMatch(outcome -> outcome.unfinished() == 0);
    }

    private static String table(Map<Rival, Outcome> outcomes) {
        StringBuilder table = new StringBuilder("""

                ## Bytes over the link: a simulated flash crowd

                2 000 students want four images of 0.5 to 2 GiB within five minutes; 80 peers outside have each of them,
                60 of these whole, and give 500 kB/s. The link of the campus carries 1 Gbit/s. Of the students three in ten
                are on the radio network (40 Mbit/s down, 20 up), the others have 100 Mbit/s. An origin box has the images
                already; the copy that this cost is counted.

                | peers are chosen | copies of each image over the link | mean download | 95 % within | all within |
                |---|---|---|---|---|
                """);
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
