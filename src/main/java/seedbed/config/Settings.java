package seedbed.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration in which every value is known to be well-formed. System properties win over environment variables,
 * these over the file, and that over the defaults.
 */
public final class Settings {

    private static final String PREFIX = "seedbed.";
    private static final String FILE = "config";
    private static final Map<String, Key<?>> BY_NAME =
            Keys.ALL.stream().collect(Collectors.toUnmodifiableMap(Key::name, key -> key));
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.-]+)}");

    private final Map<String, String> given;
    private final Map<String, Object> values = new HashMap<>();

    private Settings(Map<String, String> given) {
        this.given = Map.copyOf(given);
        for (Key<?> key : Keys.ALL) {
            values.put(key.name(), key.parse(text(key)));
        }
        checkTogether();
    }

    /**
     * Reads a configuration.
     *
     * @param file the properties file (UTF-8), or none for defaults and overrides alone
     * @param system the system properties; other names than {@code seedbed.*} are ignored
     * @param environment the environment
     * @throws ConfigException if anything in it is missing, unknown or malformed
     */
    public static Settings read(Optional<Path> file, Properties system, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        file.ifPresent(path -> given.putAll(fromFile(path)));
        for (Key<?> key : Keys.ALL) {
            override(given, key, environment.get(key.environmentVariable()));
            override(given, key, system.getProperty(key.systemProperty()));
        }
        refuseUnknown(system);
        return new Settings(given);
    }

    /** The file named by the system property {@code seedbed.config} or the environment variable {@code SEEDBED_CONFIG}. */
    public static Optional<Path> namedFile(Properties system, Map<String, String> environment) {
        return Optional.ofNullable(system.getProperty(PREFIX + FILE))
                .or(() -> Optional.ofNullable(environment.get("SEEDBED_CONFIG")))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /**
     * Variables that look like ours but are no key. They stop nothing, because orchestrators set such names on their own
     * for a service called "seedbed" (SEEDBED_PORT, SEEDBED_SERVICE_HOST), but a mistyped one should be seen.
     */
    public static List<String> unknownVariables(Map<String, String> environment) {
        List<String> known = Keys.ALL.stream().map(Key::environmentVariable).toList();
        return environment.keySet().stream()
                .filter(name -> name.startsWith("SEEDBED_") && !name.equals("SEEDBED_CONFIG") && !known.contains(name))
                .sorted()
                .toList();
    }

    /** The value of a key. */
    @SuppressWarnings("unchecked") // values holds, under each key's name, what that key's parser returned
    public <T> T get(Key<T> key) {
        return (T) requireNonNull(values.get(key.name()), key.name());
    }

    private static Map<String, String> fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            throw new ConfigException("configuration file " + file + ": expected a readable file, but there is none");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigException("configuration file " + file + ": expected UTF-8 lines of the form key = value ("
                    + unreadable.getMessage() + ")");
        }
        Map<String, String> read = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (!BY_NAME.containsKey(name)) {
                throw unknown(file.toString(), name, properties.getProperty(name));
            }
            read.put(name, properties.getProperty(name).strip());
        }
        return read;
    }

    private static void override(Map<String, String> given, Key<?> key, @Nullable String value) {
        if (value != null) {
            given.put(key.name(), value.strip());
        }
    }

    private static void refuseUnknown(Properties system) {
        for (String property : system.stringPropertyNames()) {
            String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : FILE;
            if (!name.equals(FILE) && !BY_NAME.containsKey(name)) {
                throw unknown("system property " + property, name, system.getProperty(property));
            }
        }
    }

    private static ConfigException unknown(String where, String name, String value) {
        String nearest = Keys.ALL.stream()
                .map(Key::name)
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .orElseThrow();
        String shown = name.contains("password") || name.contains("token") ? "(hidden)" : '"' + value + '"';
        return new ConfigException(
                where + ": unknown key " + name + " = " + shown + ": expected a known key, such as " + nearest);
    }

    /** Levenshtein's distance: how many letters to insert, delete or change. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    /** The text of a key's value. A default may refer to an earlier key, and gets what was understood by that one. */
    private String text(Key<?> key) {
        String own = given.get(key.name());
        if (own != null) {
            return own;
        }
        Matcher matcher = REFERENCE.matcher(key.fallback());
        return matcher.replaceAll(reference -> Matcher.quoteReplacement(understood(reference.group(1))));
    }

    private String understood(String name) {
        return String.valueOf(requireNonNull(values.get(name), name));
    }

    private void checkTogether() {
        if (get(Keys.CONTENT_DIR).isPresent() && get(Keys.CONTENT_GIT).isPresent()) {
            throw new ConfigException("content.git = \"" + get(Keys.CONTENT_GIT).get()
                    + "\": expected either content.dir or content.git, but both are set");
        }
    }
}
