-- Schema 8: what the board is told by hand, leads that are handed over, files of leads.

-- A card that was moved in the user's own order: above (rank > 0) or below (rank < 0) the lead `anchor`. The id is the lead's.
CREATE TABLE board_place (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    anchor   INTEGER NOT NULL,
    rank     INTEGER NOT NULL
) STRICT;

CREATE INDEX board_place_anchor ON board_place (anchor);

-- How many cards a column should have at most: `axis` is the key of a field, `value` the id of the column in it.
CREATE TABLE column_limit (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    axis     TEXT NOT NULL,
    value    INTEGER NOT NULL,
    most     INTEGER NOT NULL,
    UNIQUE (axis, value)
) STRICT;

-- A lead that was passed on. `qualification` is what was known of it then, as JSON. The lead may have become part of another since: then
-- merged_lead knows which.
CREATE TABLE handover (
    id            INTEGER PRIMARY KEY,
    revision      INTEGER NOT NULL,
    lead_id       INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    from_id       INTEGER REFERENCES word (id),
    to_id         INTEGER NOT NULL REFERENCES word (id),
    by_name       TEXT NOT NULL,
    reason        TEXT,
    note          TEXT,
    state         TEXT NOT NULL,    -- waiting, accepted, declined
    answered_at   INTEGER,
    answer        TEXT,
    qualification TEXT NOT NULL
) STRICT;

CREATE INDEX handover_lead ON handover (lead_id);
CREATE INDEX handover_waiting ON handover (to_id) WHERE state = 'waiting';

-- A file of a lead. Its content stands in the folder beside the workspace, under its SHA-256.
CREATE TABLE attachment (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    lead_id  INTEGER NOT NULL,
    name     TEXT NOT NULL,
    hash     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    who      TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_lead ON attachment (lead_id);
CREATE INDEX attachment_hash ON attachment (hash);
