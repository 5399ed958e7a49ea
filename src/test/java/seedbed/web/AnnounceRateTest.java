package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.protocol.Refusal;

final class AnnounceRateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TrackerMetrics metrics = new TrackerMetrics(new PrometheusRegistry());
    private final AnnounceRate rate = new AnnounceRate(metrics, nanos::get);

    private void pass(int seconds, int announces) {
        for (int i = 0; i < announces; i++) {
            metrics.announced(new Refusal(Refusal.Kind.NOT_LISTED, 60, 30), 1);
        }
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void atTheStartThereIsNone() {
        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void theRateIsThatSinceTheOldestLook() {
        pass(5, 10);
        rate.sample();
        pass(5, 20);

        assertThat(rate.perSecond()).isEqualTo(3.0);
    }

    @Test
    void whatIsOlderThanAMinuteDoesNotCount() {
        pass(5, 1000);
        for (int i = 0; i < 13; i++) {
            rate.sample();
            pass(5, 5);
        }

        assertThat(rate.perSecond()).isEqualTo(1.0);
    }

    @Test
    void refusalsAreCountedByReason() {
        pass(1, 3);

        assertThat(metrics.refusals()).isEqualTo(Map.of(Refusal.Kind.NOT_LISTED, 3L));
        assertThat(metrics.announces()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "5, 5 seconds ago",
        "119, 119 seconds ago",
        "120, 2 minutes ago",
        "7199, 119 minutes ago",
        "7200, 2 hours ago",
        "172800, 2 days ago"
    })
    void timeIsToldInTheUnitThatMatters(long seconds, String spoken) {
        assertThat(Spoken.ago(Duration.ofSeconds(seconds))).isEqualTo(spoken);
    }
}
