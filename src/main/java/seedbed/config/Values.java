package seedbed.config;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import seedbed.campus.Networks;

/** How the text of a value is read. Each method refuses what it does not know with an {@link IllegalArgumentException}. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kKMGT]i?)?B(?:/s)?");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{16,}");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    /** sun_path holds 108 bytes on Linux, with its terminator; other systems have a few less. */
    private static final int MAX_SOCKET_PATH = 100;

    private Values() {}

    static String text(String text) {
        return text;
    }

    static String nonEmpty(String text) {
        require(!text.isBlank());
        return text;
    }

    static int number(String text, int from, int to) {
        int number = Integer.parseInt(text);
        require(number >= from && number <= to);
        return number;
    }

    static Path path(String text) {
        require(!text.isBlank() && text.indexOf('\0') < 0);
        return Path.of(text);
    }

    static Optional<Path> optionalPath(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(path(text));
    }

    static Optional<Path> optionalSocket(String text) {
        require(text.getBytes(StandardCharsets.UTF_8).length <= MAX_SOCKET_PATH);
        return optionalPath(text);
    }

    static String postgresUrl(String text) {
        require(text.isEmpty() || (text.startsWith("jdbc:postgresql:") && Driver.parseURL(text, null) != null));
        return text;
    }

    static String siteUrl(String text) {
        URI url = httpLike(text);
        require(url.getQuery() == null
                && url.getFragment() == null
                && !url.getScheme().equals("udp"));
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    static List<URI> announceUrls(String text) {
        List<URI> urls = list(text).stream().map(Values::httpLike).toList();
        require(!urls.isEmpty());
        return urls;
    }

    private static URI httpLike(String text) {
        URI url = URI.create(text);
        require(url.getScheme() != null && List.of("http", "https", "udp").contains(url.getScheme()));
        require(url.getHost() != null);
        return url;
    }

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        require(matcher.matches());
        Duration duration = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
        require(!duration.isZero() && duration.compareTo(Duration.ofDays(3650)) <= 0);
        return duration;
    }

    private static Duration unit(String name) {
        return requireNonNull(UNITS.get(name));
    }

    static Networks networks(String text) {
        return Networks.parse(list(text));
    }

    static OptionalLong optionalBytes(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher matcher = BYTES.matcher(text);
        require(matcher.matches());
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(multiple(matcher.group(2)));
        require(bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0);
        return OptionalLong.of(bytes.longValue());
    }

    private static BigDecimal multiple(@Nullable String prefix) {
        if (prefix == null) {
            return BigDecimal.ONE;
        }
        int power = "kmgt".indexOf(Character.toLowerCase(prefix.charAt(0))) + 1;
        return BigDecimal.valueOf(prefix.endsWith("i") ? 1024 : 1000).pow(power);
    }

    static Optional<String> optionalToken(String text) {
        require(text.isEmpty() || TOKEN.matcher(text).matches());
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
