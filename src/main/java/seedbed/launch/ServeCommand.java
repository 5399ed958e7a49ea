package seedbed.launch;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import seedbed.admin.AdminToken;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.store.DatabaseAddress;
import seedbed.wiring.Databases;
import seedbed.wiring.Mirror;
import seedbed.wiring.StartedParts;

/** {@code serve}: tracker, admin and site in one process, until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs tracker, admin and site in one process (the default).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    /** How long a database that is being started as well is waited for before we say that we wait. */
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(5);

    @ParentCommand
    private @Nullable SeedbedCommand parent;

    ServeCommand() {}

    ServeCommand(SeedbedCommand parent) {
        this.parent = parent;
    }

    /** Starts what is needed in order, and has it stopped in reverse when the process is told to end. */
    @Override
    public Integer call() throws Exception {
        Settings settings = requireNonNull(parent).settings();
        StartedParts started = new StartedParts();
        AtomicBoolean failed = new AtomicBoolean();
        try {
            DataDirectory directory = started.add(own(settings));
            TakenPort port = started.add(TakenPort.of(settings));
            DatabaseAddress database = database(settings, directory, started);
            Mirror mirror = started.add(new Mirror(settings, database));
            mirror.start();
            closeWhenTheProcessEnds(started, failed);
            // While the database is asked.
            WebServer web = started.add(WebServer.behind(port, settings, mirror));
            // Whoever is answered before the whitelist is known can only be refused. At the port they wait that long;
            // at the socket nobody listens yet, and a front server asks other nodes, if it has any.
            mirror.awaitWhitelist(DATABASE_PATIENCE);
            web.listen();
            mirror.awaitReady(Duration.ZERO);
            announce(settings, web.port(), System.out);
        } catch (Exception | Error failure) {
            failed.set(true);
            started.close();
            throw failure;
        }
        new CountDownLatch(1).await();
        return SeedbedCommand.OK;
    }

    /**
     * On TERM and INT everything is closed, and the process ends with 0, not with the signal's number. Where the start has
     * failed, all is closed already and the process ends with what that failure is worth.
     */
    private static void closeWhenTheProcessEnds(StartedParts started, AtomicBoolean failed) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!failed.get()) {
                                started.close();
                                Runtime.getRuntime().halt(SeedbedCommand.OK);
                            }
                        },
                        "seedbed-shutdown"));
    }

    private static DataDirectory own(Settings settings) {
        DataDirectory directory = DataDirectory.at(settings.get(Keys.DATA_DIR));
        if (!directory.own()) {
            throw new StartFailure("data.dir = \"" + directory.path()
                    + "\": expected a directory of its own, but another serve or publish uses it");
        }
        return directory;
    }

    private static DatabaseAddress database(Settings settings, DataDirectory directory, StartedParts started) {
        return Databases.configured(settings)
                .orElseGet(() -> started.add(EmbeddedDatabase.start(directory)).address());
    }

    private static void announce(Settings settings, int port, PrintStream out) {
        String host = settings.get(Keys.HTTP_HOST);
        String url = "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + port + '/';
        Optional<String> configured = settings.get(Keys.ADMIN_TOKEN);
        String place = configured.isPresent()
                ? "admin.token"
                : AdminToken.file(settings.get(Keys.DATA_DIR)).toString();
        String token = configured.isPresent() ? "TOKEN" : "$(cat " + place + ")";
        out.println("Seedbed ready: " + url);
        out.println();
        out.println("  the site          " + url);
        out.println("  the console       " + url + "admin/ (password: what is in " + place + ")");
        out.println("  the tracker       " + settings.get(Keys.TRACKER_ANNOUNCE).get(0));
        out.println("  who is there      " + url + "swarms.json");
        out.println("  publish again     curl -X POST -H \"Authorization: Bearer " + token + "\" '" + url
                + "admin/regenerate?wait=true'");
        out.println("  stop              Ctrl-C");
        out.println();
        out.flush();
        LOG.info("serving on {}", url);
    }
}
