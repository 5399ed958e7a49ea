package seedbed.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.system.Trial.Joining;
import seedbed.system.Trial.Trackers;

/** What ten students with real clients fetch over the link, and how long they wait, with our tracker and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalityMeasurement {

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final Map<Trial, Measured> results = new LinkedHashMap<>();

    @BeforeAll
    void measure() throws Exception {
        LocalityLab lab = LocalityLab.build(bench);
        measure(lab, List.of(Trackers.PLAIN, Trackers.OURS, Trackers.BOTH));
        lab.spareTheLink();
        measure(lab, List.of(Trackers.THRIFTY));
        LabReport.write(Path.of(System.getProperty("lab.report")), results.values());
    }

    private void measure(LocalityLab lab, List<Trackers> kinds) throws Exception {
        for (boolean box : new boolean[] {false, true}) {
            for (Trackers trackers : kinds) {
                for (Joining joining : Joining.values()) {
                    Measured measured = lab.run(new Trial(trackers, box, joining));
                    System.out.print(measured.row());
                    results.put(measured.trial(), measured);
                }
            }
        }
    }

    private Measured of(Trackers trackers, boolean box, Joining joining) {
        return Objects.requireNonNull(results.get(new Trial(trackers, box, joining)));
    }

    @Test
    void oursAloneFetchesAboutOneCopyAndIsFaster() {
        aboutOneCopyAndFaster(Trackers.OURS);
    }

    @Test
    void oursAloneSetToSpareTheLinkFetchesAboutOneCopyAndIsFaster() {
        aboutOneCopyAndFaster(Trackers.THRIFTY);
    }

    private void aboutOneCopyAndFaster(Trackers trackers) {
        for (Joining joining : Joining.values()) {
            Measured ours = of(trackers, false, joining);
            assertThat(ours.copies()).as(ours.row()).isLessThanOrEqualTo(1.3);
            assertThat(ours.lastSeconds())
                    .as(ours.row())
                    .isLessThan(of(Trackers.PLAIN, false, joining).lastSeconds());
        }
    }

    @Test
    void asShippedItFetchesLessThanAPlainTracker() {
        for (boolean box : new boolean[] {false, true}) {
            for (Joining joining : Joining.values()) {
                Measured ours = of(Trackers.OURS, box, joining);
                assertThat(ours.copies())
                        .as(ours.row())
                        .isLessThan(of(Trackers.PLAIN, box, joining).copies());
            }
        }
    }

    @Test
    void withAnOriginBoxItFetchesHardlyAnything() {
        for (Trackers trackers : List.of(Trackers.OURS, Trackers.THRIFTY)) {
            for (Joining joining : Joining.values()) {
                Measured ours = of(trackers, true, joining);
                assertThat(ours.copies()).as(ours.row()).isLessThanOrEqualTo(0.1);
            }
        }
    }

    @Test
    void theLedgersIntervalContainsWhatTheRouterCounted() {
        assertThat(results.values())
                .filteredOn(measured -> measured.ledger() != null)
                .allSatisfy(measured -> assertThat(
                                Objects.requireNonNull(measured.ledger()).contains(measured.imported()))
                        .as(measured.row())
                        .isTrue());
    }
}
