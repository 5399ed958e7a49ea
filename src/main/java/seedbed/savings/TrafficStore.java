package seedbed.savings;

import java.time.LocalDate;
import java.util.List;

/** Where traffic is kept for good. */
public interface TrafficStore {

    /**
     * Adds to what is kept, all or nothing.
     *
     * @throws TrafficUnavailable if nothing was added
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
}
