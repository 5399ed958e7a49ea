package seedbed.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this program, as its build wrote it down. */
public final class Version {

    private Version() {}

    /** Such as {@code 1.0.2}. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/seedbed/version.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties.getProperty("version");
    }
}
