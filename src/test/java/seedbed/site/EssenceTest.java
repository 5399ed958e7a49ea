package seedbed.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EssenceTest {

    private static View view(String title, String site, View.@Nullable Edition commit, View.Target... menu) {
        return new View.Text(
                new View.Frame(title, site, "./", "", "", "", List.of(), List.of(menu), List.of(), commit),
                new View.Body("anchor", "<p>Hello</p>"));
    }

    @Test
    void equalViewsHaveTheSame() {
        assertThat(Essence.of(view("A", "B", null, new View.Target("t", "h", "s"))))
                .isEqualTo(Essence.of(view("A", "B", null, new View.Target("t", "h", "s"))));
    }

    @Test
    void everyPartOfAViewCounts() {
        assertThat(List.of(
                        Essence.of(view("A", "B", null)),
                        Essence.of(view("A", "C", null)),
                        Essence.of(view("A", "B", null, new View.Target("t", "h", "s"))),
                        Essence.of(view("A", "B", null, new View.Target("t", "h", ""))),
                        Essence.of(view("A", "B", new View.Edition("id", new View.Day("m", "h")))),
                        Essence.of(view("A", "B", new View.Edition("id", new View.Day("m", "i"))))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTextThatMovesFromOneFieldToTheNextMakesAnotherView() {
        assertThat(Essence.of(view("ab", "c", null))).isNotEqualTo(Essence.of(view("a", "bc", null)));
    }

    @Test
    void aTextThatReadsLikeNothingIsNotNothing() {
        assertThat(Essence.of(new View.Text(view("A", "B", null).frame(), new View.Body("null", ""))))
                .isNotEqualTo(Essence.of(new View.Text(view("A", "B", null).frame(), new View.Body("", "null"))));
    }

    @Test
    void otherTemplatesOfTheSameFrameAreOtherViews() {
        View.Frame frame = view("A", "B", null).frame();

        assertThat(Essence.of(new View.Savings(frame))).isNotEqualTo(Essence.of(new View.NotFound(frame)));
    }

    private record Dated(Optional<Instant> time) {}

    @Test
    void timesCountToTheNanosecondAndSoDoesTheirAbsence() {
        assertThat(Stream.of(
                                Optional.of(Instant.EPOCH),
                                Optional.of(Instant.ofEpochSecond(0, 1)),
                                Optional.of(Instant.ofEpochSecond(1)),
                                Optional.<Instant>empty())
                        .map(time -> Essence.of(new Dated(time))))
                .doesNotHaveDuplicates();
    }
}
