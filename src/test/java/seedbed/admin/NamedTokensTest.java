package seedbed.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import seedbed.time.FakeTime;

final class NamedTokensTest {

    private final FakeTime clock = new FakeTime(Instant.parse("2026-03-01T12:00:00Z"));
    private final MemoryTokens store = new MemoryTokens();
    private final NamedTokens tokens = new NamedTokens(store, Runnable::run, clock);

    private static final class MemoryTokens implements TokenStore {

        private final Map<String, Kept> kept = new LinkedHashMap<>();
        private final List<String> uses = new ArrayList<>();
        private boolean away;
        private int readings;

        private void mustBeThere() {
            if (away) {
                throw new TokensUnavailable("away", new IllegalStateException());
            }
        }

        @Override
        public List<Kept> all() {
            readings++;
            mustBeThere();
            return List.copyOf(kept.values());
        }

        @Override
        public boolean add(Kept added) {
            mustBeThere();
            return kept.putIfAbsent(added.token().name(), added) == null;
        }

        @Override
        public boolean remove(String name) {
            mustBeThere();
            return kept.remove(name) != null;
        }

        @Override
        public void used(String name, Instant when) {
            mustBeThere();
            uses.add(name + ' ' + when);
        }
    }

    private String made(String name, Scope scope, Optional<Instant> expires) {
        return tokens.make(name, Set.of(scope), expires).orElseThrow().secret();
    }

    @Test
    void aTokenIsKnownAgainWithItsNameAndScopes() {
        String secret = made("hook", Scope.REGENERATE, Optional.empty());

        Caller caller = tokens.callerWith(secret).orElseThrow();

        assertThat(caller.name()).isEqualTo("hook");
        assertThat(caller.may(Scope.REGENERATE)).isTrue();
        assertThat(caller.may(Scope.READ)).isFalse();
        assertThat(tokens.callerWith(secret + " ")).isEmpty();
    }

    @Test
    void theStoreNeverSeesTheTokenItself() {
        String secret = made("hook", Scope.READ, Optional.empty());

        TokenStore.Kept kept = store.kept.values().iterator().next();

        assertThat(kept.digest()).hasSize(32).isEqualTo(Secret.digest(secret));
        assertThat(kept.token().toString()).doesNotContain(secret);
    }

    @Test
    void aNameIsGivenOnce() {
        made("hook", Scope.READ, Optional.empty());

        assertThat(tokens.make("hook", Set.of(Scope.ADMIN), Optional.empty())).isEmpty();
    }

    @Test
    void anExpiredTokenIsNobodys() {
        String secret = made("hook", Scope.READ, Optional.of(clock.instant().plusSeconds(10)));

        assertThat(tokens.callerWith(secret)).isPresent();
        clock.pass(Duration.ofSeconds(10));
        assertThat(tokens.callerWith(secret)).isEmpty();
    }

    @Test
    void aRevokedTokenIsNobodysAtOnce() {
        String secret = made("hook", Scope.READ, Optional.empty());
        tokens.callerWith(secret);

        assertThat(tokens.revoke("hook")).isTrue();

        assertThat(tokens.callerWith(secret)).isEmpty();
        assertThat(tokens.revoke("hook")).isFalse();
    }

    @Test
    void whatAnotherProcessRevokesEndsWithinSeconds() {
        String secret = made("hook", Scope.READ, Optional.empty());
        tokens.callerWith(secret);
        store.remove("hook");

        clock.pass(Duration.ofSeconds(5));

        assertThat(tokens.callerWith(secret)).isEmpty();
    }

    @Test
    void wrongTokensDoNotReachTheDatabaseEachTime() {
        for (int i = 0; i < 100; i++) {
            tokens.callerWith("wrong " + i);
        }

        assertThat(store.readings).isEqualTo(1);
    }

    @Test
    void whileTheDatabaseIsAwayTokensAreTakenAsTheyWereLastKnown() {
        String secret = made("hook", Scope.READ, Optional.empty());
        tokens.callerWith(secret);
        store.away = true;
        clock.pass(Duration.ofMinutes(10));

        assertThat(tokens.callerWith(secret)).isPresent();
        assertThat(tokens.callerWith("wrong")).isEmpty();
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        String secret = made("hook", Scope.READ, Optional.empty());

        tokens.callerWith(secret);
        clock.pass(Duration.ofSeconds(59));
        tokens.callerWith(secret);
        clock.pass(Duration.ofSeconds(1));
        tokens.callerWith(secret);

        assertThat(store.uses).containsExactly("hook 2026-03-01T12:00:00Z", "hook 2026-03-01T12:01:00Z");
    }

    @Test
    void aUseThatCannotBeNotedRefusesNobody() {
        NamedTokens busy = new NamedTokens(
                store,
                work -> {
                    throw new RejectedExecutionException();
                },
                clock);
        String secret = busy.make("hook", Set.of(Scope.READ), Optional.empty())
                .orElseThrow()
                .secret();

        assertThat(busy.callerWith(secret)).isPresent();
    }
}
