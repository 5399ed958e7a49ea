package seedbed.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import seedbed.time.FakeTime;

final class LoginThrottleTest {

    private final FakeTime clock = new FakeTime();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    private void fail(String network, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.attempt(network)).isEmpty();
        }
    }

    @Test
    void fiveMayFailBeforeAnybodyHasToWait() {
        fail("192.0.2.1", 5);

        assertThat(throttle.attempt("192.0.2.1")).contains(Duration.ofSeconds(30));
    }

    @Test
    void otherAddressesDoNotWait() {
        fail("192.0.2.1", 5);

        assertThat(throttle.attempt("192.0.2.2")).isEmpty();
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        fail("192.0.2.1", 5);
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900, 900}) {
            assertThat(throttle.attempt("192.0.2.1")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            fail("192.0.2.1", 1);
        }
    }

    @Test
    void whoAsksWhileHeWaitsDoesNotWaitLonger() {
        fail("192.0.2.1", 5);
        throttle.attempt("192.0.2.1");
        throttle.attempt("192.0.2.1");

        clock.pass(Duration.ofSeconds(30));

        assertThat(throttle.attempt("192.0.2.1")).isEmpty();
    }

    @Test
    void aGoodLoginForgetsWhatFailedBefore() {
        fail("192.0.2.1", 4);
        throttle.succeeded("192.0.2.1");

        fail("192.0.2.1", 5);
    }

    @Test
    void aFloodFromEverywhereIsForgottenFromItsBeginning() {
        fail("first", 5);
        for (int i = 0; i < 10_000; i++) {
            fail("other " + i, 1);
        }

        assertThat(throttle.attempt("first")).isEmpty();
    }
}
