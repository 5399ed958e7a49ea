package seedbed.config;

import java.util.Locale;
import java.util.function.Function;

/**
 * One key of the configuration.
 *
 * @param <T> what its values mean
 * @param name as written in the file, e.g. {@code http.port}
 * @param fallback the value's text where none is given; may refer to other keys as {@code ${name}}
 * @param expected what a value looks like, to complete "expected …"
 * @param parser from the text to the meaning; refuses a malformed text with an {@link IllegalArgumentException}
 */
public record Key<T>(String name, String fallback, String expected, Function<String, T> parser) {

    private static final String PREFIX = "seedbed.";

    /** The system property that overrides the file. */
    public String systemProperty() {
        return PREFIX + name;
    }

    /** The environment variable that overrides the file. */
    public String environmentVariable() {
        return systemProperty().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(name + " = " + shown(text) + ": expected " + expected);
        }
    }

    /** Passwords and tokens are never printed, not even wrong ones. */
    private String shown(String text) {
        return name.endsWith("password") || name.endsWith("token") ? "(hidden)" : '"' + text + '"';
    }
}
