-- Nothing looks for peers by the time they were seen but a sweep that may take its time; and as long as the column is in
-- an index, every announce that is written adds an entry to each index of the table. Without it, and with room left in
-- the pages, an announce overwrites its row in place (a HOT update).
DROP INDEX peer_last_seen;
ALTER TABLE peer SET (fillfactor = 80);
ALTER TABLE swarm SET (fillfactor = 80);

-- Which tracker processes share this database. Those not seen for a while are not told anything.
CREATE TABLE node (
    id   uuid        NOT NULL PRIMARY KEY,
    seen timestamptz NOT NULL
);

-- What each node wrote lately, one row a transaction, for the others to read; nothing is put in here while there is only
-- one. A reader looks for the rows it has not read, not for those after the last one it read: rows become visible in the
-- order of their commits, which is neither that of their numbers nor that of any time. They are gone after a minute.
CREATE TABLE node_news (
    id              bigint        NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node            uuid          NOT NULL,
    written         timestamptz   NOT NULL DEFAULT clock_timestamp(),
    -- Peers that came or changed, as in the table peer, a place in these arrays a peer.
    info_hash       bytea[]       NOT NULL,
    address         bytea[]       NOT NULL,
    peer_id         bytea[]       NOT NULL,
    client_key      bytea[]       NOT NULL,
    status          smallint[]    NOT NULL,
    uploaded        bigint[]      NOT NULL,
    downloaded      bigint[]      NOT NULL,
    remaining       bigint[]      NOT NULL,
    last_seen       bigint[]      NOT NULL,
    -- Peers that went, and when they were last heard.
    gone_hash       bytea[]       NOT NULL,
    gone_address    bytea[]       NOT NULL,
    gone_heard      bigint[]      NOT NULL,
    -- Torrents that were completed, and how often in all.
    completed_hash  bytea[]       NOT NULL,
    completed_total bigint[]      NOT NULL
);

-- Hashes and ids do not get smaller by compression: not even tried.
ALTER TABLE node_news
    ALTER COLUMN info_hash SET STORAGE EXTERNAL,
    ALTER COLUMN address SET STORAGE EXTERNAL,
    ALTER COLUMN peer_id SET STORAGE EXTERNAL,
    ALTER COLUMN client_key SET STORAGE EXTERNAL,
    ALTER COLUMN last_seen SET STORAGE EXTERNAL;
