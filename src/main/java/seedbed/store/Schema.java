package seedbed.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the version this program knows. */
public final class Schema {

    private final DatabaseAddress owner;

    /** @param owner a role that may create tables */
    public Schema(DatabaseAddress owner) {
        this.owner = owner;
    }

    /**
     * Creates or upgrades the tables; does nothing where they are up to date. A second process that calls it meanwhile
     * waits for the first.
     *
     * @throws SQLException if the database cannot be reached or refuses
     */
    public void migrate() throws SQLException {
        // Asked first, because Flyway wraps "not there yet" and "migration is broken" in the same exception.
        try (Connection reachable = Database.dedicated(owner, "migration")) {
            if (SchemaHistory.isCurrent(reachable)) {
                return;
            }
        }
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(owner.url(), owner.user().isEmpty() ? null : owner.user(), owner.password())
                    .locations("classpath:" + SchemaHistory.FOLDER)
                    .table(SchemaHistory.TABLE)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new SQLException("the tables could not be brought up to date: " + failed.getMessage(), failed);
        }
    }
}
