package seedbed.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
        return median(round -> round.served().perSecond());
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

    /** Of all rounds together. */
    long failures() {
        return rounds.stream().mapToLong(round -> round.served().failures()).sum();
    }

    double residentBytes() {
        return median(Measured::residentBytes);
    }

    private double median(ToDoubleFunction<Measured> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
