package seedbed.admin;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who changed what, without making anybody wait for it. What cannot be kept is a line in the log: a database
 * that is away stops nobody from publishing.
 */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final AuditStore store;
    private final Executor background;

    /** @param background does one thing at a time, in order */
    public Audit(AuditStore store, Executor background) {
        this.store = store;
        this.background = background;
    }

    /** Has the entry kept. */
    public void record(AuditEntry entry) {
        try {
            background.execute(() -> keep(entry));
        } catch (RejectedExecutionException tooMany) {
            log(entry, "too many wait to be kept");
        }
    }

    private void keep(AuditEntry entry) {
        try {
            store.add(entry);
        } catch (AuditUnavailable away) {
            log(entry, String.valueOf(away.getMessage()));
        }
    }

    private static void log(AuditEntry entry, String why) {
        LOG.warn(
                "audit, not kept in the database ({}): {} {} from {}: {}: {}",
                why,
                entry.time(),
                entry.who(),
                entry.address(),
                entry.what(),
                entry.result());
    }

    /**
     * The latest entries, newest first.
     *
     * @throws AuditUnavailable while they cannot be read
     */
    public List<AuditEntry> latest(int most) {
        return store.latest(most);
    }
}
