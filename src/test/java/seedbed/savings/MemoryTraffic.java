package seedbed.savings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store in memory that can be away. */
final class MemoryTraffic implements TrafficStore {

    final List<Traffic> kept = new ArrayList<>();
    boolean away;

    @Override
    public void add(List<Traffic> traffic) {
        requireThere();
        kept.addAll(traffic);
    }

    @Override
    public List<DayTraffic> daily(LocalDate from, LocalDate to) {
        requireThere();
        SortedMap<LocalDate, DayTraffic> days = new TreeMap<>();
        for (Traffic entry : kept) {
            LocalDate date = LocalDate.ofInstant(entry.hour(), ZoneOffset.UTC);
            if (!date.isBefore(from) && !date.isAfter(to)) {
                days.merge(date, day(date, entry), DayTraffic::plus);
            }
        }
        return List.copyOf(days.values());
    }

    private static DayTraffic day(LocalDate date, Traffic entry) {
        return entry.side() == Side.CAMPUS
                ? new DayTraffic(date, entry.growth(), Growth.NONE)
                : new DayTraffic(date, Growth.NONE, entry.growth());
    }

    private void requireThere() {
        if (away) {
            throw new TrafficUnavailable("away", new IllegalStateException());
        }
    }
}
