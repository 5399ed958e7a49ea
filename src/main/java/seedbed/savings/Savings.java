package seedbed.savings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the mirror gave to the campus and what that cost, as an interval; the names of the components are those of the
 * JSON.
 *
 * @param from the first day, ISO 8601
 * @param to the last day
 * @param provided bytes downloaded by clients on the campus, seed boxes not counted
 * @param imported bytes that came over the outside link
 * @param saved provided without imported; below zero where less was given than fetched
 * @param links what was measured on the outside link, left out where nothing was
 */
public record Savings(
        String from,
        String to,
        @JsonProperty("provided_bytes") long provided,
        @JsonProperty("imported_bytes") Interval imported,
        @JsonProperty("saved_bytes") Interval saved,
        List<Day> days,

        @JsonProperty("link_bytes") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LinkBytes> links) {

    public Savings {
        days = List.copyOf(days);
        links = List.copyOf(links);
    }

    /** The same beside what was measured. */
    public Savings with(List<LinkDay> measured) {
        return new Savings(from, to, provided, imported, saved, days, LinkBytes.of(measured));
    }

    public LocalDate firstDay() {
        return LocalDate.parse(from);
    }

    public LocalDate lastDay() {
        return LocalDate.parse(to);
    }

    /** At least and at most so many bytes. */
    public record Interval(long lower, long upper) {}

    /** The same for one day. */
    public record Day(
            String date,
            @JsonProperty("provided_bytes") long provided,
            @JsonProperty("imported_lower_bytes") long importedLower,
            @JsonProperty("imported_upper_bytes") long importedUpper) {

        private static Day of(DayTraffic traffic) {
            return new Day(
                    traffic.date().toString(), traffic.provided(), traffic.importedAtLeast(), traffic.importedAtMost());
        }
    }

    /**
     * The savings of some days.
     *
     * @param known the days that had traffic
     */
    static Savings of(LocalDate from, LocalDate to, List<DayTraffic> known) {
        Map<LocalDate, DayTraffic> byDate = new HashMap<>();
        known.forEach(day -> byDate.put(day.date(), day));
        DayTraffic sum = DayTraffic.none(to);
        List<Day> days = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            DayTraffic day = byDate.getOrDefault(date, DayTraffic.none(date));
            sum = sum.plus(day);
            days.add(Day.of(day));
        }
        return of(from, to, sum, days);
    }

    private static Savings of(LocalDate from, LocalDate to, DayTraffic sum, List<Day> days) {
        Interval imported = new Interval(sum.importedAtLeast(), sum.importedAtMost());
        Interval saved = new Interval(sum.provided() - imported.upper(), sum.provided() - imported.lower());
        return new Savings(from.toString(), to.toString(), sum.provided(), imported, saved, days, List.of());
    }
}
