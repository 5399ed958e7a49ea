package seedbed.savings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the counters of the outside link are kept. */
public interface LinkStore {

    /**
     * Takes a reading, and counts what the source's counters grew by since the last one for the hour of this one. The first
     * reading of a source, and one below the last, count nothing: from there the counter goes on.
     *
     * @return what was counted; empty, with nothing changed, if a reading of that time or a later one is there already
     * @throws TrafficUnavailable if nothing was taken
     */
    Optional<LinkGrowth> take(LinkReading reading);

    /**
     * Sums by source and day (UTC), ordered by both; days without any may be left out.
     *
     * @throws TrafficUnavailable if they cannot be read
     */
    List<LinkDay> daily(LocalDate from, LocalDate to);
}
