package seedbed.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log as it is where the operator has no file of their own: one line an event, on standard error, for stdout belongs
 * to what a command answers. Logback finds this class by itself. It would read the same from XML, but takes a tenth of a
 * start for that.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** Logback's own property for a file. */
    private static final String FILE = "logback.configurationFile";
    /** The file that comes with this program; it says how lines look, and leaves the levels to us. */
    private static final String JSON = "logback-json.xml";

    private static final Map<String, Level> LEVELS = Map.of(
            "seedbed",
            Level.INFO,
            // What these say of a database that is away is said once, in our own words, by the store.
            "com.mchange",
            Level.OFF,
            "org.postgresql",
            Level.OFF,
            "org.flywaydb",
            Level.WARN,
            "io.zonky",
            Level.WARN,
            // The site's handler has no fixed base: it looks up the current release for each request.
            "org.eclipse.jetty.server.handler.ResourceHandler",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        return configure(context, System.getProperty(FILE));
    }

    /** @param file that the operator named */
    ExecutionStatus configure(LoggerContext logs, @Nullable String file) {
        if (file == null || file.equals(JSON)) {
            LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
        }
        if (file != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logs.getStatusManager().add(new NopStatusListener());
        ConsoleAppender<ILoggingEvent> console = console(logs);
        console.start();
        var root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext logs) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logs);
        console.setName("STDERR");
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(line(logs));
        return console;
    }

    /** How an event looks: the time, the level, the class, what happened; and, where something failed, how. */
    static PatternLayoutEncoder line(LoggerContext logs) {
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(logs);
        line.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n%ex{full}");
        line.start();
        return line;
    }
}
