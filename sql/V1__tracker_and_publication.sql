-- Who is where: one row a peer of a swarm. Every key leads with info_hash, so that the table can be
-- hash-partitioned or distributed by it as it is.
CREATE TABLE peer (
    info_hash  bytea       NOT NULL CHECK (octet_length(info_hash) = 20),
    -- 4 or 16 bytes of the address and 2 of the port, as in compact peer lists (BEP 7, BEP 23).
    address    bytea       NOT NULL CHECK (octet_length(address) IN (6, 18)),
    peer_id    bytea       NOT NULL CHECK (octet_length(peer_id) = 20),
    client_key bytea       NOT NULL,
    status     smallint    NOT NULL,
    uploaded   bigint      NOT NULL,
    downloaded bigint      NOT NULL,
    remaining  bigint      NOT NULL,
    last_seen  timestamptz NOT NULL,
    PRIMARY KEY (info_hash, address)
);

CREATE INDEX peer_last_seen ON peer (last_seen);

-- How often a swarm's torrent was completed. Outlives its peers and its listing.
CREATE TABLE swarm (
    info_hash bytea  NOT NULL PRIMARY KEY CHECK (octet_length(info_hash) = 20),
    completed bigint NOT NULL DEFAULT 0
);

-- What clients said to have moved. Outlives peers, sessions and listings.
CREATE TABLE traffic (
    info_hash  bytea       NOT NULL CHECK (octet_length(info_hash) = 20),
    hour       timestamptz NOT NULL,
    side       text        NOT NULL CHECK (side IN ('campus', 'seed_box')),
    downloaded bigint      NOT NULL,
    uploaded   bigint      NOT NULL,
    PRIMARY KEY (info_hash, hour, side)
);

CREATE INDEX traffic_hour ON traffic (hour);

-- What the tracker serves. An entry of the published release and one made by hand may name the same hash.
CREATE TABLE whitelist (
    info_hash  bytea       NOT NULL CHECK (octet_length(info_hash) = 20),
    origin     text        NOT NULL CHECK (origin IN ('release', 'manual')),
    -- The torrent's path in the authors' tree, empty for entries made by hand.
    path       text        NOT NULL,
    name       text        NOT NULL,
    -- Bytes; unknown for entries made by hand.
    size       bigint,
    added      timestamptz NOT NULL DEFAULT now(),
    -- Removed torrents stay listed until then.
    expires    timestamptz,
    PRIMARY KEY (info_hash, origin)
);

CREATE INDEX whitelist_expires ON whitelist (expires) WHERE expires IS NOT NULL;

-- Runs of a regeneration, newest kept; report is the JSON that /admin/runs/ID answers.
CREATE TABLE run (
    id       text        NOT NULL PRIMARY KEY,
    finished timestamptz NOT NULL,
    report   text        NOT NULL
);

-- A change of the whitelist reaches every tracker process at once.
CREATE FUNCTION announce_whitelist_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('seedbed_whitelist', '');
    RETURN NULL;
END $$;

CREATE TRIGGER whitelist_changed
    AFTER INSERT OR UPDATE OR DELETE ON whitelist
    FOR EACH STATEMENT EXECUTE FUNCTION announce_whitelist_change();
