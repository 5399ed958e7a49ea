package seedbed.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.savings.LinkBytes;
import seedbed.savings.Savings;

/** Savings as RFC 4180 has tables: a head, then a line a day, all of it bytes; no field ever needs quotes. */
final class SavingsCsv {

    private SavingsCsv() {}

    static String of(Savings savings) {
        Stream<String> lines = Stream.concat(
                Stream.of(head(savings.links())), savings.days().stream().map(day -> line(day, savings.links())));
        return lines.collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String head(List<LinkBytes> links) {
        String measured = links.stream()
                .map(link -> ",link." + link.source() + ".in_bytes,link." + link.source() + ".out_bytes")
                .collect(Collectors.joining());
        return "date,provided_bytes,imported_lower_bytes,imported_upper_bytes" + measured;
    }

    private static String line(Savings.Day day, List<LinkBytes> links) {
        String measured = links.stream()
                .map(link -> link.on(day.date()))
                .map(bytes -> "," + bytes.in() + ',' + bytes.out())
                .collect(Collectors.joining());
        return day.date() + ',' + day.provided() + ',' + day.importedLower() + ',' + day.importedUpper() + measured;
    }
}
