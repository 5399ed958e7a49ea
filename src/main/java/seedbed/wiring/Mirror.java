package seedbed.wiring;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.admin.Run;
import seedbed.admin.RunLog;
import seedbed.config.Settings;
import seedbed.config.Version;
import seedbed.release.PublicationOptions;
import seedbed.savings.LinkStore;
import seedbed.store.Database;
import seedbed.store.DatabaseAddress;
import seedbed.store.PostgresLinkStore;
import seedbed.store.PostgresRunLog;
import seedbed.web.AnnounceServlet;
import seedbed.web.HealthServlet;
import seedbed.web.SavingsServlet;
import seedbed.web.ScrapeServlet;
import seedbed.web.SwarmsServlet;
import seedbed.web.TrackerDesk;

/**
 * A whole mirror: tracker, publication and what connects them, for whatever container listens. Starts in this order:
 *
 * <ol>
 *   <li>the tracker in memory, which refuses announces as long as it does not know the whitelist,
 *   <li>publication, with its token and its worker, and the console for both,
 *   <li>the timers that write peers and drop those that are gone,
 *   <li>the wait for the database: its tables, the whitelist, then peers of earlier runs,
 *   <li>once the whitelist is there: a first publication, if there has never been one.
 * </ol>
 *
 * It stops in reverse, and writes what the tracker knows last of all. Nothing is static: a JVM can hold several.
 */
public final class Mirror implements AutoCloseable {

    private static final int PUBLISHER_CONNECTIONS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final DatabaseAddress owner;
    private final Database publisherDatabase;
    private final TrackerSide tracker;
    private final PublishingSide publishing;
    private final LinkStore links;
    private final AdminSide admin;
    private final MirrorMetrics metrics = new MirrorMetrics();
    private volatile boolean started;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "seedbed-timer"));
    private final CompletableFuture<Optional<Run>> firstRun = new CompletableFuture<>();

    /**
     * A mirror that answers at once, though only with refusals until it is started and its database is there.
     *
     * @param owner the database, entered as the owner of its tables; it need not be there yet
     */
    public Mirror(Settings settings, DatabaseAddress owner) {
        this.owner = owner;
        this.publisherDatabase = new Database(Databases.publisher(settings, owner), "publisher", PUBLISHER_CONNECTIONS);
        this.tracker = new TrackerSide(settings, owner, publisherDatabase, metrics.flushes, () -> whenReady(settings));
        this.links = new PostgresLinkStore(publisherDatabase);
        RunLog runs = metrics.counted(new PostgresRunLog(publisherDatabase));
        this.publishing = new PublishingSide(settings, publisherDatabase, tracker.listings, runs);
        this.admin = new AdminSide(settings, publisherDatabase, tracker, publishing, metrics.tracker, links);
        metrics.watch(tracker);
        metrics.watchPools(tracker.database, publisherDatabase);
    }

    /** Starts what goes on by itself: the wait for the database, and the timers. */
    public void start() {
        started = true;
        LOG.info("Seedbed {} starts, with {}", Version.number(), owner);
        tracker.start(timer);
        admin.start(timer);
    }

    private void whenReady(Settings settings) {
        boolean publishes = Publication.isConfigured(settings);
        boolean isFirst = publishes && publishing.publisher.current().isEmpty();
        firstRun.complete(
                isFirst
                        ? Optional.of(publishing.desk.regenerate("start", PublicationOptions.NORMAL))
                        : Optional.empty());
        publishing.keepWhitelistInStep(timer);
        if (publishes && !isFirst) {
            publishing.readAhead();
        }
    }

    /** Waits until it knows whom to serve, at most so long. */
    public void awaitWhitelist(Duration patience) throws InterruptedException {
        try {
            firstRun.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            // It answers all the same, and says in the log what it waits for.
        }
    }

    /**
     * Waits until the database is there, at most so long; and then, however long it takes, for the first publication to
     * end, if there has never been one.
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        awaitWhitelist(patience);
        if (firstRun.isDone()) {
            firstRun.join().ifPresent(Run::await);
        }
    }

    /** The routes. */
    public void register(ServletContext context) {
        TrackerDesk desk = new TrackerDesk(tracker.tracker, tracker.frontServers, metrics.tracker);
        serve(context, "/announce", new AnnounceServlet(desk));
        serve(context, "/scrape", new ScrapeServlet(desk));
        serve(context, "/swarms.json", new SwarmsServlet(tracker.whitelist, tracker.swarms));
        serve(context, "/savings.json", SavingsServlet.json(tracker.ledger, links));
        serve(context, "/savings.csv", SavingsServlet.csv(tracker.ledger, links));
        serve(context, "/healthz", new HealthServlet("alive", () -> true));
        serve(context, "/readyz", new HealthServlet("ready", tracker.whitelist::isLoaded));
        serve(context, "/metrics", metrics.servlet());
        admin.register(context);
    }

    /** Maps a servlet, which is named by its path. */
    static void serve(ServletContext context, String path, Servlet servlet) {
        context.addServlet(path, servlet).addMapping(path);
    }

    @Override
    public void close() {
        say("Seedbed stops");
        timer.shutdown();
        publishing.close();
        admin.close();
        tracker.close();
        publisherDatabase.close();
        say("Seedbed has stopped");
    }

    /** Of one that was never started nothing is told but why. */
    private void say(String what) {
        if (started) {
            LOG.info(what);
        }
    }
}
