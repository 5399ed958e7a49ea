-- Named tokens. The token itself is shown once and kept nowhere: digest is its SHA-256.
CREATE TABLE token (
    name      text        NOT NULL PRIMARY KEY,
    digest    bytea       NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    scopes    text[]      NOT NULL CHECK (scopes <@ ARRAY ['regenerate', 'read', 'measure', 'admin'] AND cardinality(scopes) > 0),
    created   timestamptz NOT NULL DEFAULT now(),
    -- Never, where it is not said.
    expires   timestamptz,
    last_used timestamptz
);

-- Who changed what, from where, and whether it was let. Rows are only ever added.
CREATE TABLE audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    time    timestamptz NOT NULL,
    who     text        NOT NULL,
    what    text        NOT NULL,
    address text        NOT NULL,
    result  text        NOT NULL
);

-- Why an entry was made by hand.
ALTER TABLE whitelist ADD COLUMN note text NOT NULL DEFAULT '';
