-- Schema 4: what was imported, how files of a kind are read, what an undo left alone, which files of a watched folder are done.

-- The changes that are imports of a file: their undo takes back what it can and lists the rest.
CREATE TABLE import_run (
    change_id INTEGER PRIMARY KEY REFERENCES change (id),
    file      TEXT NOT NULL,
    source    TEXT NOT NULL     -- the program that wrote the file, "plain table"
) STRICT;

-- How files with these headers are read; `mapping` is JSON.
CREATE TABLE import_mapping (
    id      INTEGER PRIMARY KEY,
    headers TEXT NOT NULL UNIQUE,
    source  TEXT NOT NULL,
    file    TEXT NOT NULL,
    mapping TEXT NOT NULL
) STRICT;

-- What an undo (change_id) left as it is.
CREATE TABLE kept_record (
    change_id INTEGER NOT NULL REFERENCES change (id),
    position  INTEGER NOT NULL,
    lead_id   INTEGER NOT NULL DEFAULT 0,  -- 0 when it is no lead's
    name      TEXT NOT NULL,
    reason    TEXT NOT NULL,               -- edited, partly, gone
    detail    TEXT NOT NULL,
    PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_file (
    hash TEXT PRIMARY KEY,      -- SHA-256 of the content
    file TEXT NOT NULL,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
