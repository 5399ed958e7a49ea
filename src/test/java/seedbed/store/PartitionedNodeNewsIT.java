package seedbed.store;

import java.sql.SQLException;

/** The same on tables that an administrator has split by hash. */
final class PartitionedNodeNewsIT extends NodeNewsIT {

    @Override
    DatabaseAddress tables() throws SQLException {
        return TestDatabase.partitioned();
    }
}
