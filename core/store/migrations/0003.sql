-- Schema 3: segments.

-- A group of leads with a name. `text` holds its rules in the filter language; a frozen one also has the ids of its leads as they were
-- then: differences in ascending order, in groups of seven bits, base64.
CREATE TABLE segment (
    id        INTEGER PRIMARY KEY,
    revision  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    folded    TEXT NOT NULL UNIQUE,
    text      TEXT NOT NULL,
    frozen_at INTEGER,
    members   TEXT
) STRICT;
