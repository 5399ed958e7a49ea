package seedbed.wiring;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import seedbed.admin.AdminToken;
import seedbed.admin.ManualListings;
import seedbed.admin.RunDesk;
import seedbed.admin.RunLog;
import seedbed.config.ConfigException;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.release.Publisher;
import seedbed.store.Database;
import seedbed.store.PostgresWhitelist;

/** What admins do: publish, roll back, list by hand. */
final class PublishingSide implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    final Publisher publisher;
    final RunDesk desk;
    final ManualListings listings;
    final AdminToken token;

    private volatile boolean closing;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "seedbed-publisher"));

    PublishingSide(Settings settings, Database database, FollowedWhitelist whitelist, RunLog runs) {
        this.token = token(settings);
        this.listings = new PostgresWhitelist(database);
        this.publisher = Publication.publisher(settings, whitelist, Clock.systemUTC());
        this.desk = new RunDesk(publisher, runs, worker, Clock.systemUTC(), new SecureRandom());
    }

    private static AdminToken token(Settings settings) {
        return settings.get(Keys.ADMIN_TOKEN).map(AdminToken::new).orElseGet(() -> {
            try {
                return AdminToken.inFile(settings.get(Keys.DATA_DIR));
            } catch (IOException unusable) {
                throw new ConfigException("admin.token = \"\": expected a token, or a data.dir to write one into ("
                        + unusable.getMessage() + ")");
            }
        });
    }

    /** Has the whitelist compared with the release, now and every night, but never while something is published. */
    void keepWhitelistInStep(ScheduledExecutorService timer) {
        worker.execute(publisher::reconcile);
        var unused = timer.scheduleAtFixedRate(() -> worker.execute(publisher::reconcile), 24, 24, TimeUnit.HOURS);
    }

    /** Has the content read while nobody waits for it: the first push after a restart is then as quick as any other. */
    void readAhead() {
        worker.execute(() -> publisher.readAhead(() -> closing));
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            // A run that goes on is let finish: half a publication would only be work for the next one.
            worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
