package seedbed.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

final class LoggingTest {

    private final LoggerContext logs = new LoggerContext();

    @Test
    void withoutAFileOurEventsGoToStandardErrorAndOthersOnlyIfTheyWarn() {
        assertThat(new Logging().configure(logs, null)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        assertThat(logs.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR").isStarted())
                .isTrue();
        assertThat(effective("seedbed.swarm.Tracker")).isEqualTo(Level.INFO);
        assertThat(effective("org.postgresql.Driver")).isEqualTo(Level.OFF);
        assertThat(effective("org.example")).isEqualTo(Level.WARN);
    }

    @Test
    void theJsonThatComesWithTheProgramHasTheSameLevels() {
        assertThat(new Logging().configure(logs, "logback-json.xml")).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);

        assertThat(effective("seedbed.swarm.Tracker")).isEqualTo(Level.INFO);
        assertThat(effective("org.postgresql.Driver")).isEqualTo(Level.OFF);
    }

    @Test
    void aFileOfTheOperatorsDecidesEverything() {
        Level before = effective("org.postgresql.Driver");

        assertThat(new Logging().configure(logs, "/etc/seedbed/logback.xml"))
                .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);

        assertThat(effective("org.postgresql.Driver")).isEqualTo(before);
        assertThat(logs.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }

    @Test
    void aLineHasTimeLevelClassAndMessageAndThenTheFailure() {
        LoggingEvent event = new LoggingEvent(
                "",
                logs.getLogger("seedbed.swarm.Tracker"),
                Level.INFO,
                "{} came",
                new IllegalStateException("so"),
                new Object[] {"one"});

        String line = new String(Logging.line(logs).encode(event), StandardCharsets.UTF_8);

        assertThat(line.lines().toList())
                .first()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) INFO  Tracker: one came");
        assertThat(line.lines())
                .contains("java.lang.IllegalStateException: so")
                .anyMatch(frame -> frame.startsWith("\tat seedbed.wiring.LoggingTest"));
    }

    private Level effective(String logger) {
        return logs.getLogger(logger).getEffectiveLevel();
    }
}
