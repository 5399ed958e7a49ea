package seedbed.savings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import seedbed.protocol.InfoHash;

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
        return daily(from, to, entry -> true);
    }

    @Override
    public List<DayTraffic> daily(LocalDate from, LocalDate to, Set<InfoHash> torrent) {
        return daily(from, to, entry -> torrent.contains(entry.infoHash()));
    }

    @Override
    public void rollUp(Instant before) {
        kept.replaceAll(entry -> entry.hour().isBefore(before)
                ? new Traffic(entry.infoHash(), entry.hour().truncatedTo(ChronoUnit.DAYS), entry.side(), entry.growth())
                : entry);
    }

    private List<DayTraffic> daily(LocalDate from, LocalDate to, Predicate<Traffic> asked) {
        requireThere();
        SortedMap<LocalDate, DayTraffic> days = new TreeMap<>();
        for (Traffic entry : kept) {
            LocalDate date = LocalDate.ofInstant(entry.hour(), ZoneOffset.UTC);
            if (!date.isBefore(from) && !date.isAfter(to) && asked.test(entry)) {
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
