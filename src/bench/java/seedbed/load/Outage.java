package seedbed.load;

/**
 * Half the load a tracker can bear, with its PostgreSQL running and with it stopped.
 *
 * @param calm with PostgreSQL running
 * @param stopped with PostgreSQL stopped
 * @param expected peers that were answered in all, and so must be written in the end
 * @param found peers that were
 * @param caughtUp rows written a second once PostgreSQL went on, with no announces to answer
 */
record Outage(Served calm, Served stopped, long expected, long found, double caughtUp) {}
