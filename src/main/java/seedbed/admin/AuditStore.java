package seedbed.admin;

import java.util.List;

/** Where the audit is kept. Both methods throw {@link AuditUnavailable} while the keeper is out of reach. */
public interface AuditStore {

    /** Keeps an entry. */
    void add(AuditEntry entry);

    /** The latest entries, newest first. */
    List<AuditEntry> latest(int most);
}
