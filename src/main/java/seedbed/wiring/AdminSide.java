package seedbed.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.admin.AdminToken;
import seedbed.admin.Audit;
import seedbed.admin.Keyring;
import seedbed.admin.LoginThrottle;
import seedbed.admin.NamedTokens;
import seedbed.admin.Sessions;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.savings.LinkStore;
import seedbed.store.Database;
import seedbed.store.PostgresAudit;
import seedbed.store.PostgresTokens;
import seedbed.web.AdminGate;
import seedbed.web.AnnounceRate;
import seedbed.web.AuditServlet;
import seedbed.web.ConsoleAssetsServlet;
import seedbed.web.ConsolePages;
import seedbed.web.DatabaseReport;
import seedbed.web.LinkBytesServlet;
import seedbed.web.ListingsServlet;
import seedbed.web.LoginServlet;
import seedbed.web.LogoutServlet;
import seedbed.web.OverviewServlet;
import seedbed.web.RegenerateServlet;
import seedbed.web.ReleasesServlet;
import seedbed.web.RunsServlet;
import seedbed.web.SeedBoxReport;
import seedbed.web.TokensPage;
import seedbed.web.TokensServlet;
import seedbed.web.TrackerMetrics;
import seedbed.web.TrackerReport;
import seedbed.web.Visitors;
import seedbed.web.WhitelistServlet;

/** What lies below {@code /admin}, and who gets there. */
final class AdminSide implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdminSide.class);
    private static final int STOP_SECONDS = 10;
    /** Changes that wait to be written down while the database is slow; further ones go to the log. */
    private static final int MOST_WAITING = 1_000;

    private final Clock clock = Clock.systemUTC();
    private final TrackerSide tracker;
    private final PublishingSide publishing;
    private final ThreadPoolExecutor background = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "seedbed-audit"));
    private final Audit audit;
    private final NamedTokens tokens;
    private final Keyring keyring;
    private final Sessions sessions = new Sessions(clock);
    private final Visitors visitors;
    private final ConsolePages pages;
    private final AnnounceRate rate;
    private final TrackerReport trackerReport;
    private final Settings settings;
    private final LinkStore links;

    AdminSide(
            Settings settings,
            Database database,
            TrackerSide tracker,
            PublishingSide publishing,
            TrackerMetrics metrics,
            LinkStore links) {
        this.settings = settings;
        this.tracker = tracker;
        this.publishing = publishing;
        this.links = links;
        this.audit = new Audit(new PostgresAudit(database), background);
        this.tokens = new NamedTokens(new PostgresTokens(database), background, clock);
        this.keyring = new Keyring(publishing.token, tokens);
        this.visitors = new Visitors(tracker.frontServers);
        this.pages = new ConsolePages(settings.get(Keys.SITE_TITLE));
        this.rate = new AnnounceRate(metrics, System::nanoTime);
        this.trackerReport = new TrackerReport(tracker.whitelist, tracker.swarms, tracker.campus, metrics, rate);
    }

    void start(ScheduledExecutorService timer) {
        if (settings.get(Keys.ADMIN_TOKEN).isEmpty()) {
            LOG.info("the token of /admin is in {}", AdminToken.file(settings.get(Keys.DATA_DIR)));
        }
        var unused =
                timer.scheduleAtFixedRate(rate::sample, AnnounceRate.PERIOD, AnnounceRate.PERIOD, TimeUnit.SECONDS);
    }

    /** The routes, and the gate in front of them. */
    void register(ServletContext context) {
        Mirror.serve(context, "/_seedbed/console/*", new ConsoleAssetsServlet());
        Mirror.serve(
                context,
                "/admin/login",
                new LoginServlet(keyring, sessions, new LoginThrottle(clock), visitors, pages));
        Mirror.serve(context, "/admin/logout", new LogoutServlet(sessions, visitors));
        Mirror.serve(context, "/admin/regenerate", new RegenerateServlet(publishing.desk));
        Mirror.serve(context, "/admin/runs/*", new RunsServlet(publishing.desk, pages, clock));
        Mirror.serve(
                context, "/admin/releases/*", new ReleasesServlet(publishing.desk, publishing.publisher, pages, clock));
        Mirror.serve(
                context,
                "/admin/whitelist/*",
                new WhitelistServlet(publishing.listings, tracker::readWhitelist, pages));
        Mirror.serve(
                context, "/admin/listings/*", new ListingsServlet(publishing.listings, tracker::readWhitelist, pages));
        Mirror.serve(
                context, "/admin/tokens/*", new TokensServlet(tokens, sessions, new TokensPage(tokens, pages, clock)));
        Mirror.serve(context, "/admin/link-bytes", new LinkBytesServlet(links, clock));
        Mirror.serve(context, "/admin/audit", new AuditServlet(audit, pages, clock));
        Mirror.serve(context, "/admin/*", overview());
        AdminGate gate =
                new AdminGate(keyring, sessions, audit, visitors, settings.get(Keys.ADMIN_NETWORKS), pages, clock);
        context.addFilter("admin-gate", gate)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/admin/*");
    }

    private OverviewServlet overview() {
        return new OverviewServlet(
                trackerReport,
                new SeedBoxReport(tracker.campus, tracker.swarms, tracker.whitelist, publishing.listings, clock),
                new DatabaseReport(tracker::databaseHeard, tracker.swarms::changedCount, clock),
                tracker.frontServers,
                publishing.publisher,
                publishing.desk,
                pages,
                clock);
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
