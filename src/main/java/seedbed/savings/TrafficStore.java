package seedbed.savings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import seedbed.protocol.InfoHash;

/** Where traffic is kept for good. Several trackers may add to it at once. */
public interface TrafficStore {

    /**
     * Adds to what is kept, all or nothing.
     *
     * @param traffic after a call that failed at least what that one was given, with later bytes added
     * @throws TrafficUnavailable if nothing was added, or if that is not known
     */
    void add(List<Traffic> traffic);

    /**
     * Sums by day (UTC), oldest first; days without traffic may be left out.
     *
     * @param from the first day
     * @param to the last day
     * @throws TrafficUnavailable if the sums cannot be read
     */
    List<DayTraffic> daily(LocalDate from, LocalDate to);

    /** The same, of the traffic under these hashes alone. */
    List<DayTraffic> daily(LocalDate from, LocalDate to, Set<InfoHash> torrent);

    /**
     * Makes one row a day of the hours before a time, which changes no day's sum.
     *
     * @throws TrafficUnavailable if nothing was changed
     */
    void rollUp(Instant before);
}
