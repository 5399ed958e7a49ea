package seedbed.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small flash crowd: what the choice of peers is for. */
final class SimulationTest {

    private final Outcome random = Rival.RANDOM.run(Scenario.dormitory(), 1);

    @Test
    void withoutAnOriginBoxFewCopiesComeInOverTheLink() {
        Outcome ours = Rival.OURS.run(Scenario.dormitory(), 1);

        assertThat(ours.unfinished()).isZero();
        assertThat(ours.mostCopies()).isLessThan(random.mostCopies() * 0.75);
    }

    @Test
    void withAnOriginBoxHardlyMoreThanItsOwnCopyComesIn() {
        Outcome ours = Rival.OURS_WITH_BOX.run(Scenario.dormitory(), 1);

        assertThat(ours.unfinished()).isZero();
        assertThat(ours.mostCopies()).isLessThan(1.2);
        assertThat(ours.meanSeconds()).isLessThan(random.meanSeconds());
    }

    @Test
    void aRunIsTheSameEachTime() {
        assertThat(Rival.OURS.run(Scenario.dormitory(), 2)).isEqualTo(Rival.OURS.run(Scenario.dormitory(), 2));
    }
}
