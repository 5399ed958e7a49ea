package seedbed.admin;

import java.util.List;
import java.util.Optional;

/**
 * Where reports of finished runs are kept. None of its methods throws because the keeper is out of reach: a regeneration
 * must be possible, and its report readable, while the database is away.
 */
public interface RunLog {

    /** Keeps the report of a finished run, if it can. */
    void save(RunReport report);

    /** The report kept under an id. */
    Optional<RunReport> find(String id);

    /** The latest reports, newest first. */
    List<RunReport> recent(int most);
}
