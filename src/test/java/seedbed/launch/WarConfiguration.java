package seedbed.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import seedbed.store.DatabaseAddress;

/** The packaged WAR, and a configuration for it as an operator of a container would write. */
final class WarConfiguration {

    private WarConfiguration() {}

    static Path war() {
        return Path.of(System.getProperty("test.war"));
    }

    static Path file(Path folder, DatabaseAddress database) throws IOException {
        return Files.write(
                folder.resolve("seedbed.properties"),
                List.of(
                        "db.url = " + database.url(),
                        "data.dir = " + folder.resolve("data"),
                        "admin.token = " + RunningMirror.TOKEN,
                        "proxy.trusted = 127.0.0.1",
                        "campus.seedboxes = 192.0.2.0/28"));
    }
}
