package seedbed.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/** What was measured, as a page of Markdown. */
final class LabReport {

    private LabReport() {}

    static void write(Path file, Collection<Measured> results) throws IOException {
        String rows = results.stream().map(Measured::row).collect(Collectors.joining());
        Files.writeString(file, """
                # Bytes over the link: real clients

                %s, %d processors (%s).

                Ten students, two each with Transmission, aria2, qBittorrent, rtorrent and libtorrent, want an image of 64 MiB
                that sixty seeds outside have, each of which gives 500 kB/s. The link carries %s; its bytes are those that the
                router counted. All ask trackers for peers and nobody else. Trackers have the intervals they are shipped with;
                to spare the link is `campus.gateways = 1` and `campus.outside-peers = 0`.

                | torrents name | a machine of the campus has it | students come | copies over the link | last one had it | mean wait | ledger says | processors busy |
                |---|---|---|---|---|---|---|---|
                %s""".formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        LocalityLab.LINK,
                        rows));
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: ", ""))
                .findFirst()
                .orElse("unknown");
    }
}
