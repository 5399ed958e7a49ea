-- Roles with no more rights than their work needs. Run once, before Seedbed's first start, as a superuser connected to
-- Seedbed's database:
--
--   psql -v owner_password=... -v tracker_password=... -v publisher_password=... -f roles.sql seedbed
--
-- and set db.user = seedbed_owner, db.tracker.user = seedbed_tracker, db.publisher.user = seedbed_publisher with their
-- passwords. What each may do with which table is granted by the migrations (R__grants.sql).

\set ON_ERROR_STOP on

CREATE ROLE seedbed_owner     LOGIN PASSWORD :'owner_password';
CREATE ROLE seedbed_tracker   LOGIN PASSWORD :'tracker_password';
CREATE ROLE seedbed_publisher LOGIN PASSWORD :'publisher_password';

GRANT USAGE, CREATE ON SCHEMA public TO seedbed_owner;
GRANT USAGE ON SCHEMA public TO seedbed_tracker, seedbed_publisher;
