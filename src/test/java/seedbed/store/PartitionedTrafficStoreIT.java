package seedbed.store;

import java.sql.SQLException;

/** The same store on tables that an administrator has split by hash: every key leads with the info-hash. */
final class PartitionedTrafficStoreIT extends PostgresTrafficStoreIT {

    @Override
    DatabaseAddress tables() throws SQLException {
        return TestDatabase.partitioned();
    }
}
