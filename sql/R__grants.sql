-- What the roles of roles.sql may do. Without them (one role for everything) there is nothing to grant.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'seedbed_tracker') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON peer, swarm, traffic TO seedbed_tracker;
        -- Hours become days, which is a deletion and an insertion; what counters show is written by the publisher.
        GRANT SELECT, INSERT, UPDATE, DELETE ON link_traffic TO seedbed_tracker;
        GRANT SELECT, INSERT, UPDATE, DELETE ON node, node_news TO seedbed_tracker;
        GRANT SELECT ON whitelist TO seedbed_tracker;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'seedbed_publisher') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON whitelist, run, token TO seedbed_publisher;
        -- What was written about a change stays as it is.
        GRANT SELECT, INSERT ON audit TO seedbed_publisher;
        GRANT SELECT, INSERT, UPDATE ON link_counter, link_traffic TO seedbed_publisher;
        GRANT SELECT ON peer, swarm, traffic TO seedbed_publisher;
    END IF;
END $$;
