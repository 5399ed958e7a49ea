package seedbed.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import seedbed.time.FakeTime;

final class SessionsTest {

    private final FakeTime clock = new FakeTime();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void aSessionIsFoundByItsIdAlone() {
        String id = sessions.open(Caller.OPERATOR);

        assertThat(sessions.find(id).orElseThrow().caller()).isEqualTo(Caller.OPERATOR);
        assertThat(sessions.find(id + "x")).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void idsAndCsrfTokensAreNeverTheSame() {
        String one = sessions.open(Caller.OPERATOR);
        String two = sessions.open(Caller.OPERATOR);

        assertThat(one).isNotEqualTo(two).matches("[A-Za-z0-9_-]{43}");
        assertThat(sessions.find(one).orElseThrow().csrf())
                .isNotEqualTo(sessions.find(two).orElseThrow().csrf())
                .isNotEqualTo(one);
    }

    @Test
    void aSessionThatRestsEndsAfterHalfAnHour() {
        String id = sessions.open(Caller.OPERATOR);

        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(id)).isPresent();
        clock.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(id)).isPresent();
        clock.pass(Sessions.IDLE);
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionThatIsUsedAllTheTimeEndsAfterTwelveHours() {
        String id = sessions.open(Caller.OPERATOR);

        for (int i = 1; i < 12 * 4; i++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(sessions.find(id)).as("after %d quarters", i).isPresent();
        }
        clock.pass(Duration.ofMinutes(15));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionEndsWithItsToken() {
        Caller caller = new Caller(
                "guest", Set.of(Scope.READ), Optional.of(clock.instant().plusSeconds(60)));
        String id = sessions.open(caller);

        clock.pass(Duration.ofSeconds(59));
        assertThat(sessions.find(id)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void whenATokenIsRevokedOnlyItsSessionsEnd() {
        String guest = sessions.open(new Caller("guest", Set.of(Scope.READ), Optional.empty()));
        String operator = sessions.open(Caller.OPERATOR);

        sessions.closeAllOf("guest");

        assertThat(sessions.find(guest)).isEmpty();
        assertThat(sessions.find(operator)).isPresent();
    }

    @Test
    void aClosedSessionIsGone() {
        String id = sessions.open(Caller.OPERATOR);

        sessions.close(id);

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void thereAreNeverMoreThanAThousandAndEndedOnesMakeRoom() {
        for (int i = 0; i < 1000; i++) {
            sessions.open(Caller.OPERATOR);
        }
        assertThatThrownBy(() -> sessions.open(Caller.OPERATOR)).isInstanceOf(IllegalStateException.class);

        clock.pass(Sessions.IDLE);

        assertThat(sessions.open(Caller.OPERATOR)).isNotEmpty();
    }

    @Test
    void theCsrfTokenIsComparedAsAWhole() {
        Session session = sessions.find(sessions.open(Caller.OPERATOR)).orElseThrow();

        assertThat(session.isCsrf(session.csrf())).isTrue();
        assertThat(session.isCsrf(session.csrf().substring(1))).isFalse();
        assertThat(session.isCsrf("")).isFalse();
    }
}
