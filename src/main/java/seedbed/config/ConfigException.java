package seedbed.config;

/** The configuration cannot be used. The message is one line that names the key, the value and what is expected. */
public final class ConfigException extends RuntimeException {

    public ConfigException(String message) {
        super(message);
    }
}
