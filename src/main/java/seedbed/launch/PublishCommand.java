package seedbed.launch;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.release.PublicationOptions;
import seedbed.release.PublicationReport;
import seedbed.release.Publisher;
import seedbed.store.Database;
import seedbed.store.DatabaseAddress;
import seedbed.store.PostgresWhitelist;
import seedbed.store.Schema;
import seedbed.wiring.Databases;
import seedbed.wiring.Publication;
import seedbed.wiring.StartedParts;

/** {@code publish}: one regeneration, beside a running {@code serve} or without one. */
@Command(
        name = "publish",
        description = "Regenerates the site and the rsync directory once.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable SeedbedCommand parent;

    @Option(names = "--dry-run", description = "Only print what would be added, changed and removed.")
    private boolean dryRun;

    @Option(names = "--force", description = "Publish even if more than half of the torrents would go.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        Settings settings = requireNonNull(parent).settings();
        Publication.source(settings, Optional.empty());
        try (DataDirectory directory = DataDirectory.at(settings.get(Keys.DATA_DIR));
                StartedParts started = new StartedParts()) {
            DatabaseAddress owner = database(settings, directory, started);
            migrate(owner);
            DatabaseAddress publisher = Databases.publisher(settings, owner);
            Database database = started.add(new Database(publisher, "publish", 2));
            Publisher press = Publication.publisher(settings, new PostgresWhitelist(database), Clock.systemUTC());
            PublicationReport report = press.publish(
                    new PublicationOptions(dryRun, force), new ProgressPrinter(System.err, System::nanoTime));
            new ReportPrinter(System.out, System.err).print(report, dryRun);
            if (!dryRun) {
                press.tidy();
            }
            return report.state() == PublicationReport.State.FAILED ? SeedbedCommand.CONTENT_ERRORS : SeedbedCommand.OK;
        }
    }

    private static DatabaseAddress database(Settings settings, DataDirectory directory, StartedParts started) {
        return Databases.configured(settings)
                .orElseGet(() -> started.add(
                                directory.own() ? EmbeddedDatabase.start(directory) : EmbeddedDatabase.join(directory))
                        .address());
    }

    private static void migrate(DatabaseAddress owner) {
        try {
            new Schema(owner).migrate();
        } catch (SQLException unreachable) {
            throw new StartFailure("db.url = \"" + owner + "\": expected a PostgreSQL that answers ("
                    + unreachable.getMessage() + ")");
        }
    }
}
