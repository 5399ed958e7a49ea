package seedbed.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checksum file says: {@code HASH  name} as sha256sum writes it, or {@code SHA256 (name) = HASH} as BSD does. A
 * signature says nothing.
 */
final class Checksums {

    private static final Pattern GNU = Pattern.compile("\\\\?([0-9A-Fa-f]{32,128})(?: [ *]|\t)(.+)");
    private static final Pattern BSD = Pattern.compile("[A-Z0-9/-]+ \\((.+)\\) = ([0-9A-Fa-f]{32,128})");

    private final Map<String, List<View.Sum>> byName = new HashMap<>();

    private Checksums() {}

    static Checksums parse(byte[] content) {
        Checksums checksums = new Checksums();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> sum(line).ifPresent(checksums::add));
        return checksums;
    }

    private static Optional<View.Sum> sum(String line) {
        Matcher gnu = GNU.matcher(line);
        if (gnu.matches()) {
            return Optional.of(new View.Sum(gnu.group(2), gnu.group(1)));
        }
        Matcher bsd = BSD.matcher(line);
        return bsd.matches() ? Optional.of(new View.Sum(bsd.group(1), bsd.group(2))) : Optional.empty();
    }

    private void add(View.Sum sum) {
        byName.computeIfAbsent(WebPath.name(sum.name()), name -> new ArrayList<>())
                .add(sum);
    }

    /** The sums of the files called so, whichever folder they are said to be in, ordered by name. */
    List<View.Sum> of(Set<String> names) {
        return names.stream()
                .sorted()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }
}
