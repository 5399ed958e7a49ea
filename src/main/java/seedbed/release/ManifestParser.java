package seedbed.release;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.content.Commit;
import seedbed.protocol.InfoHash;

/** Takes the lines of a manifest one by one. */
final class ManifestParser {

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})  (.+)");
    private static final Pattern LISTED = Pattern.compile("# listed ([0-9a-f]{40}) ([0-9]{1,19}) (\\S*) (.+)");
    private static final Pattern REMOVED = Pattern.compile("# removed ([0-9a-f]{40}) (\\S*) (.+)");
    private static final Pattern HOLDS =
            Pattern.compile("# holds ([0-9]{1,9}) pages ([0-9]{1,9}) torrents ([0-9]{1,9}) images");
    private static final Pattern COMMIT = Pattern.compile("# commit ([0-9a-f]+) (\\S+)");
    private static final Pattern CREATED = Pattern.compile("# created (\\S+)");

    private final Path file;
    private ManifestHead head = Manifest.EMPTY.head();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Listing> removed = new ArrayList<>();
    private boolean complete;

    /** A parser that names {@code file} in its complaints. */
    ManifestParser(Path file) {
        this.file = file;
    }

    boolean isInHead(String line) {
        return line.startsWith("# ")
                && !LISTED.matcher(line).matches()
                && !REMOVED.matcher(line).matches();
    }

    void take(String line) throws IOException {
        // A large release has many lines: each is held against the one pattern that it can match.
        if (!line.startsWith("#")) {
            takeFile(line);
        } else if (line.startsWith("# listed ")) {
            takeListed(line);
        } else if (line.startsWith("# removed ")) {
            takeRemoved(line);
        } else if (line.equals(ManifestText.END)) {
            complete = true;
        } else {
            takeHead(line);
        }
    }

    private void takeFile(String line) throws IOException {
        Matcher parts = matched(FILE, line);
        files.put(parts.group(2), parts.group(1));
    }

    private void takeListed(String line) throws IOException {
        Matcher parts = matched(LISTED, line);
        listings.add(listing(parts.group(1), parts.group(4), parts.group(3), Long.parseLong(parts.group(2))));
    }

    private void takeRemoved(String line) throws IOException {
        Matcher parts = matched(REMOVED, line);
        removed.add(listing(parts.group(1), parts.group(3), parts.group(2), 0));
    }

    private Matcher matched(Pattern pattern, String line) throws IOException {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw malformed(line);
        }
        return matcher;
    }

    private IOException malformed(String line) {
        return new IOException(file + " is not the manifest of a release: it has the line \"" + line + '"');
    }

    private static Listing listing(String hash, String path, String name, long size) {
        return new Listing(InfoHash.ofHex(hash), path, URLDecoder.decode(name, StandardCharsets.UTF_8), size);
    }

    private void takeHead(String line) throws IOException {
        Matcher created = CREATED.matcher(line);
        Matcher commit = COMMIT.matcher(line);
        Matcher holds = HOLDS.matcher(line);
        if (created.matches()) {
            head = new ManifestHead(
                    instant(created.group(1)), head.commit(), head.pages(), head.torrents(), head.images());
        } else if (commit.matches()) {
            Commit origin = new Commit(commit.group(1), instant(commit.group(2)));
            head = new ManifestHead(head.created(), Optional.of(origin), head.pages(), head.torrents(), head.images());
        } else if (holds.matches()) {
            head = new ManifestHead(
                    head.created(), head.commit(), number(holds, 1), number(holds, 2), number(holds, 3));
        } else {
            throw malformed(line);
        }
    }

    ManifestHead head() {
        return head;
    }

    Manifest manifest() throws IOException {
        if (!complete) {
            throw new IOException(file + " is cut off: its last line should be \"" + ManifestText.END + '"');
        }
        return new Manifest(head, files, listings, Listing.torrents(removed));
    }

    private Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IOException(file + " holds the malformed time " + text, e);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
