package seedbed.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one contestant did in one way, in several rounds.
 *
 * @param population what the report says of the peers
 */
record Figures(String contestant, Way way, String population, List<Measured> rounds) {

    Figures {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured of " + contestant);
        }
    }

    double perSecond() {
        return median(Figures::announcesOf);
    }

    private static double announcesOf(Measured round) {
        return round.served().perSecond();
    }

    /** Announces a second, to those of another contestant in the same contest. */
    double perSecondTo(Figures other) {
        return ratio(other, Figures::announcesOf);
    }

    /** CPU for each announce, likewise. */
    double serverMicrosTo(Figures other) {
        return ratio(other, Measured::serverMicros);
    }

    double serverMicros() {
        return median(Measured::serverMicros);
    }

    double aroundMicros() {
        return median(Measured::aroundMicros);
    }

    double p50() {
        return median(round -> round.served().p50());
    }

    double p99() {
        return median(round -> round.served().p99());
    }

    double p999() {
        return median(round -> round.served().p999());
    }

    /** What a figure is to that of another contestant in the same contest: the median of what it was in each round. */
    private double ratio(Figures other, ToDoubleFunction<Measured> figure) {
        return median(IntStream.range(0, rounds.size())
                .mapToDouble(round ->
                        figure.applyAsDouble(rounds.get(round)) / figure.applyAsDouble(other.rounds.get(round))));
    }

    /** Of all rounds together. */
    long failures() {
        return rounds.stream().mapToLong(round -> round.served().failures()).sum();
    }

    double residentBytes() {
        return median(Measured::residentBytes);
    }

    private double median(ToDoubleFunction<Measured> figure) {
        return median(rounds.stream().mapToDouble(figure));
    }

    private static double median(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
