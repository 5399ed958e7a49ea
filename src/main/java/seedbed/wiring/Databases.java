package seedbed.wiring;

import java.util.Optional;
import seedbed.config.Keys;
import seedbed.config.Settings;
import seedbed.store.DatabaseAddress;

/** The database, as each of its roles enters it. */
public final class Databases {

    private Databases() {}

    /** The database of the settings, entered as the owner of its tables; empty where {@code db.url} is. */
    public static Optional<DatabaseAddress> configured(Settings settings) {
        return Optional.of(settings.get(Keys.DB_URL))
                .filter(url -> !url.isEmpty())
                .map(url -> new DatabaseAddress(url, settings.get(Keys.DB_USER), settings.get(Keys.DB_PASSWORD)));
    }

    static DatabaseAddress tracker(Settings settings, DatabaseAddress owner) {
        return as(owner, settings.get(Keys.DB_TRACKER_USER), settings.get(Keys.DB_TRACKER_PASSWORD));
    }

    /** The same database, entered as the role that publishes. */
    public static DatabaseAddress publisher(Settings settings, DatabaseAddress owner) {
        return as(owner, settings.get(Keys.DB_PUBLISHER_USER), settings.get(Keys.DB_PUBLISHER_PASSWORD));
    }

    private static DatabaseAddress as(DatabaseAddress owner, String user, String password) {
        return user.isEmpty() ? owner : owner.as(user, password);
    }
}
