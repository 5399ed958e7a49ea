package seedbed.config;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A configuration without a file. */
final class GivenSettings {

    private GivenSettings() {}

    /** With these values of keys, given as system properties. */
    static Settings of(Map<String, String> values) {
        Properties system = new Properties();
        values.forEach((name, value) -> system.setProperty("seedbed." + name, value));
        return Settings.read(Optional.empty(), system, Map.of());
    }
}
