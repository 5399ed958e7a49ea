package seedbed.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which source wants which path of the webroot: each path has one source, and none is the server's own. */
final class Claims {

    /** Paths that the server answers itself, or that the site fills. */
    private static final Set<String> RESERVED = Set.of(
            "404.html",
            "_seedbed",
            "admin",
            "announce",
            "catalogue.html",
            "catalogue.json",
            "feed.xml",
            "healthz",
            "metrics",
            "readyz",
            "savings.html",
            "savings.json",
            "scrape",
            "sitemap.xml",
            "swarms.json");

    private static final Pattern PART_OF_THE_CATALOGUE = Pattern.compile("catalogue-[0-9]+\\.html");
    private static final String FEED_OF_A_DIRECTORY = "/feed.xml";

    /** NAME_MAX of every file system a release is likely to lie on. */
    private static final int LONGEST_NAME = 255;

    private final Set<String> directories;
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Claims in a webroot with these directories, none of which can be a file at the same time. */
    Claims(Set<String> directories) {
        this.directories = directories;
        directories.stream()
                .filter(Claims::isReserved)
                .forEach(directory -> problems.add(Problem.error(directory, reserved(directory))));
    }

    /** The sources by output. */
    SortedMap<String, String> sources() {
        return sources;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Notes that {@code output} is made from {@code source}, or what stands against it. */
    void claim(String source, String output) {
        @Nullable String other = sources.putIfAbsent(output, source);
        if (other != null) {
            problems.add(
                    Problem.error(source, "would be published as " + output + ", which already comes from " + other));
        } else if (directories.contains(output)) {
            problems.add(Problem.error(
                    source, "would be published as " + output + ", but there is a directory " + output + "/"));
        } else if (isReserved(output)) {
            problems.add(Problem.error(source, reserved(output)));
        } else if (TreePath.name(output).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            problems.add(
                    Problem.error(source, "would be published under a name of more than " + LONGEST_NAME + " bytes"));
        } else {
            warnOfLookAlike(source, output);
        }
    }

    private void warnOfLookAlike(String source, String output) {
        String key = Normalizer.normalize(output, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        @Nullable String other = folded.putIfAbsent(key, output);
        if (other != null) {
            problems.add(Problem.warning(
                    source,
                    "is published as " + output + ", which differs from " + other
                            + " only in case or in the form of its accents; on some systems both are one file"));
        }
    }

    private static boolean isReserved(String path) {
        return RESERVED.contains(path)
                || path.endsWith(FEED_OF_A_DIRECTORY)
                || PART_OF_THE_CATALOGUE.matcher(path).matches();
    }

    private static String reserved(String output) {
        return "would be published as " + output + ", a path that the server keeps for itself";
    }
}
