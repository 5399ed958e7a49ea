package seedbed.load;

import java.time.Duration;

/** How many peers stand in a tracker's database. */
record Written(PostgresServer postgres, String database) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    long rows() throws Exception {
        return postgres.number(database, "SELECT count(*) FROM peer");
    }

    /** Seconds since 1970, by the clock that rows are stamped with. */
    long now() throws Exception {
        return postgres.number(database, "SELECT extract(epoch FROM clock_timestamp())::bigint");
    }

    /** Waits until there are so many rows. */
    void awaitRows(long rows) throws Exception {
        Patience.until(rows + " peers are written", PATIENCE, () -> rows() >= rows);
    }

    /** Waits until so many rows are of announces since then. */
    void awaitSince(long epochSeconds, long rows) throws Exception {
        String query = "SELECT count(*) FROM peer WHERE last_seen >= to_timestamp(" + epochSeconds + ")";
        Patience.until(rows + " peers are written anew", PATIENCE, () -> postgres.number(database, query) >= rows);
    }
}
