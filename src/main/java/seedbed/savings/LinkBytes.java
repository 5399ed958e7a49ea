package seedbed.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one source measured on the outside link; the names of the components are those of the JSON.
 *
 * @param in bytes that came in, of whatever traffic the source counts
 * @param out bytes that went out
 * @param days those on which it counted anything, oldest first
 */
public record LinkBytes(
        String source,
        @JsonProperty("in_bytes") long in,
        @JsonProperty("out_bytes") long out,
        List<Day> days) {

    public LinkBytes {
        days = List.copyOf(days);
    }

    /** The same for one day. */
    public record Day(
            String date,
            @JsonProperty("in_bytes") long in,
            @JsonProperty("out_bytes") long out) {}

    /** What it counted on a day, in whose place there is a day of nothing where it did not. */
    public Day on(String date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst().orElse(new Day(date, 0, 0));
    }

    static List<LinkBytes> of(List<LinkDay> days) {
        Map<String, List<LinkDay>> bySource =
                days.stream().collect(Collectors.groupingBy(LinkDay::source, TreeMap::new, Collectors.toList()));
        List<LinkBytes> sources = new ArrayList<>();
        bySource.forEach((source, all) -> sources.add(of(source, all)));
        return sources;
    }

    private static LinkBytes of(String source, List<LinkDay> days) {
        LinkGrowth sum = days.stream().map(LinkDay::growth).reduce(LinkGrowth.NONE, LinkGrowth::plus);
        List<Day> each = days.stream()
                .map(day -> new Day(
                        day.date().toString(), day.growth().in(), day.growth().out()))
                .toList();
        return new LinkBytes(source, sum.in(), sum.out(), each);
    }
}
