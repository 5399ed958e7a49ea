package seedbed.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import seedbed.config.ConfigException;
import seedbed.config.Settings;
import seedbed.config.Version;

/** The command line: {@code java -jar seedbed.war [--config FILE] COMMAND}. */
@Command(
        name = "seedbed",
        description = {"A BitTorrent mirror for a campus: tracker, site and publication.", ""},
        subcommands = {ServeCommand.class, CheckCommand.class, PublishCommand.class},
        footer = {
            "",
            "Every key of the configuration can also be given as a system property seedbed.KEY",
            "or an environment variable SEEDBED_KEY (upper case, '.' and '-' as '_').",
            "Exit: 0 success; 1 content has errors; 2 wrong usage, configuration or environment."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SeedbedCommand.VersionText.class)
public final class SeedbedCommand implements Callable<Integer> {

    /** What a command ends with. */
    static final int OK = 0;

    static final int CONTENT_ERRORS = 1;
    static final int UNUSABLE = 2;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The properties file to read.")
    private @Nullable Path config;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Otherwise the libraries that use the JDK's own logging write to the console behind our back.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SeedbedCommand())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(SeedbedCommand::explain);
    }

    /** What stands in the operator's power is one line; anything else is a defect and shows where it is. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof ConfigException || failure instanceof StartFailure) {
            command.getErr().println("seedbed: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return UNUSABLE;
    }

    /** {@code serve} is what happens without a command. */
    @Override
    public Integer call() throws Exception {
        return new ServeCommand(this).call();
    }

    Settings settings() {
        Properties system = System.getProperties();
        Optional<Path> file = Optional.ofNullable(config).or(() -> Settings.namedFile(system, System.getenv()));
        Settings settings = Settings.read(file, system, System.getenv());
        for (String variable : Settings.unknownVariables(System.getenv())) {
            System.err.println(
                    "seedbed: environment variable " + variable + " is no key of the configuration; ignored");
        }
        return settings;
    }

    static String version() {
        return "Seedbed " + Version.number();
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }
}
