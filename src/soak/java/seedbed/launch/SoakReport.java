package seedbed.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a soak showed: the vitals over time, and whether they stay where they are. */
final class SoakReport {

    /** What may come and go by itself, over the middle of the soak. */
    private record Bound(String name, double factor, double more) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound(Vitals.HEAP, 1.10, 4),
            new Bound(Vitals.RESIDENT, 1.10, 16),
            new Bound(Vitals.THREADS, 1, 8),
            new Bound(Vitals.DESCRIPTORS, 1, 16),
            new Bound(Vitals.TEMPORARY, 1, 0));

    private final List<Vitals> samples;
    private final List<String> events;

    /** @param samples at least six, in order */
    SoakReport(List<Vitals> samples, List<String> events) {
        this.samples = List.copyOf(samples);
        this.events = List.copyOf(events);
    }

    /** What grew between the middle third and the last, a line each; empty if all is flat. The first third warms up. */
    List<String> growing() {
        int third = samples.size() / 3;
        List<Vitals> middle = samples.subList(third, samples.size() - third);
        List<Vitals> last = samples.subList(samples.size() - third, samples.size());
        return BOUNDS.stream()
                .filter(bound -> median(last, bound) > bound.factor() * median(middle, bound) + bound.more())
                .map(bound -> String.format(
                        Locale.ROOT,
                        "%s: %.1f in the middle, %.1f at the end",
                        bound.name(),
                        median(middle, bound),
                        median(last, bound)))
                .toList();
    }

    private static double median(List<Vitals> some, Bound bound) {
        double[] sorted = some.stream()
                .mapToDouble(vitals -> vitals.of(bound.name()))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Soak\n\n");
        events.forEach(event -> text.append("- ").append(event).append('\n'));
        text.append("\n| minute |");
        BOUNDS.forEach(bound -> text.append(' ').append(bound.name()).append(" |"));
        text.append("\n|--:|").append("--:|".repeat(BOUNDS.size())).append('\n');
        for (Vitals sample : samples) {
            text.append(String.format(Locale.ROOT, "| %.1f |", sample.since().toSeconds() / 60.0));
            BOUNDS.forEach(bound -> text.append(String.format(Locale.ROOT, " %.1f |", sample.of(bound.name()))));
            text.append('\n');
        }
        List<String> growing = growing();
        text.append(growing.isEmpty() ? "\nFlat: nothing grew.\n" : "\nGrowing: " + String.join("; ", growing) + '\n');
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
