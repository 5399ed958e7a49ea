package seedbed.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers dealt in random order. */
final class DeckTest {

    private final Random random = new Random(3);

    @Test
    void everyNumberIsDealtOnce() {
        for (int size = 1; size < 200; size++) {
            Deck deck = new Deck(size, size);
            assertThat(dealt(deck, size).sorted().boxed())
                    .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
            assertThat(deck.left()).isZero();
        }
    }

    @Test
    void ofManyNumbersAFewAreDealtAndNoneTwice() {
        for (int most = 0; most < 100; most++) {
            Deck deck = new Deck(1000, most);
            assertThat(dealt(deck, most).boxed())
                    .doesNotHaveDuplicates()
                    .allMatch(number -> number >= 0 && number < 1000);
            assertThat(deck.left()).isEqualTo(1000 - most);
        }
    }

    @Test
    void everyNumberIsAsLikelyWhetherFewOrManyAreDealt() {
        int[] few = new int[100];
        int[] many = new int[100];
        for (int round = 0; round < 10_000; round++) {
            dealt(new Deck(100, 10), 10).forEach(number -> few[number]++);
            dealt(new Deck(100, 50), 50).forEach(number -> many[number]++);
        }

        // 1 000 and 5 000 of 10 000 each; five standard deviations are 150 and 250.
        assertThat(IntStream.of(few).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
        assertThat(IntStream.of(many).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(4750, 5250));
    }

    private IntStream dealt(Deck deck, int count) {
        return IntStream.generate(() -> deck.deal(random)).limit(count);
    }
}
