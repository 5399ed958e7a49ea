package seedbed.system;

import java.nio.file.Path;

/** A servlet container that stands by itself, with the WAR deployed by the configuration that we ship for it. */
interface Container {

    /** Where its examples name the WAR and the configuration. */
    String WAR = "/usr/local/share/seedbed/seedbed.war";

    String CONFIGURATION = "/etc/seedbed/seedbed.properties";

    /**
     * Starts it on the loopback address.
     *
     * @param directory for all that it writes
     * @param context path, empty at the root
     * @param configuration the mirror's
     */
    Program start(Path directory, int port, String context, Path configuration) throws Exception;

    /** An example that we ship, with the WAR and the configuration of a test in the place of its own. */
    static String filledIn(String example, Path configuration) {
        return example.replace(WAR, System.getProperty("test.war")).replace(CONFIGURATION, configuration.toString());
    }
}
