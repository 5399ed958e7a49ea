-- What a counter beside the outside link, a router's say, was last said to show.
CREATE TABLE link_counter (
    source    text        NOT NULL PRIMARY KEY,
    at        timestamptz NOT NULL,
    in_bytes  bigint      NOT NULL CHECK (in_bytes >= 0),
    out_bytes bigint      NOT NULL CHECK (out_bytes >= 0)
);

-- By how much such counters grew: the measured truth beside the estimate that traffic gives.
CREATE TABLE link_traffic (
    source    text        NOT NULL,
    hour      timestamptz NOT NULL,
    in_bytes  bigint      NOT NULL,
    out_bytes bigint      NOT NULL,
    PRIMARY KEY (source, hour)
);

CREATE INDEX link_traffic_hour ON link_traffic (hour);
