-- Schema 1: the first whole way from a file of leads to a board and a funnel.
-- Times are UTC milliseconds, money is integer minor units, enumerations are stable keys, 0 is never a valid id.

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE stage (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    position    INTEGER NOT NULL,
    win_percent INTEGER NOT NULL,
    quiet_days  INTEGER NOT NULL
) STRICT;

-- The words of the workspace: members, sources, campaigns, tags and reasons. A lead holds their ids, so a new name is one row.
CREATE TABLE word (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (kind, folded)
) STRICT;

CREATE TABLE company (
    id               INTEGER PRIMARY KEY,
    revision         INTEGER NOT NULL,
    external_id      TEXT,
    name             TEXT NOT NULL,
    folded           TEXT NOT NULL UNIQUE,
    domain           TEXT,
    website          TEXT,
    phone            TEXT,
    industry         TEXT,
    employees        INTEGER,
    revenue_minor    INTEGER,
    revenue_currency TEXT,
    founded          INTEGER,
    street           TEXT,
    postal_code      TEXT,
    city             TEXT,
    region           TEXT,
    country          TEXT,
    parent           TEXT,
    notes            TEXT,
    created          INTEGER NOT NULL
) STRICT;

-- The narrow row that scans read. What is long and rarely asked for stands in lead_text.
CREATE TABLE lead (
    id                INTEGER PRIMARY KEY,
    revision          INTEGER NOT NULL,
    external_id       TEXT,
    name              TEXT,
    company_id        INTEGER REFERENCES company (id),
    job_title         TEXT,
    industry          TEXT,
    company_size      TEXT,
    city              TEXT,
    region            TEXT,
    country           TEXT,
    language          TEXT,
    temperature       TEXT NOT NULL,
    temperature_since INTEGER NOT NULL,
    stage_id          INTEGER NOT NULL REFERENCES stage (id),
    stage_since       INTEGER NOT NULL,
    qualified_through TEXT,
    outcome           TEXT NOT NULL,
    outcome_since     INTEGER NOT NULL,
    reason_id         INTEGER REFERENCES word (id),
    owner_id          INTEGER REFERENCES word (id),
    owner_since       INTEGER NOT NULL,
    source_id         INTEGER REFERENCES word (id),
    campaign_id       INTEGER REFERENCES word (id),
    value_minor       INTEGER,
    currency          TEXT,
    expected_close    TEXT,
    bant              INTEGER NOT NULL DEFAULT 0,
    created           INTEGER NOT NULL,
    last_activity     INTEGER,
    next_follow_up    INTEGER,
    archived          INTEGER NOT NULL DEFAULT 0,
    search            TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX lead_external_id ON lead (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX lead_created ON lead (created, id);
CREATE INDEX lead_company ON lead (company_id) WHERE company_id IS NOT NULL;

CREATE TABLE lead_text (
    lead_id        INTEGER PRIMARY KEY REFERENCES lead (id),
    website        TEXT,
    street         TEXT,
    postal_code    TEXT,
    time_zone      TEXT,
    notes          TEXT,
    pain_points    TEXT,
    budget_note    TEXT,
    authority_note TEXT,
    need_note      TEXT,
    timeline_note  TEXT
) STRICT;

-- Emails and phone numbers, in the order in which they are to be used.
CREATE TABLE contact (
    lead_id    INTEGER NOT NULL REFERENCES lead (id),
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    label      TEXT,
    typed      TEXT NOT NULL,
    normalised TEXT NOT NULL,
    state      TEXT NOT NULL,
    PRIMARY KEY (lead_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_normalised ON contact (normalised);

CREATE TABLE lead_tag (
    lead_id INTEGER NOT NULL REFERENCES lead (id),
    word_id INTEGER NOT NULL REFERENCES word (id),
    PRIMARY KEY (lead_id, word_id)
) STRICT, WITHOUT ROWID;

-- Ended stays of a lead in a temperature, stage, ownership or outcome. The present one stands in the lead itself.
-- `value` is the key of a temperature or outcome, or the id of a stage or member.
CREATE TABLE stay (
    lead_id    INTEGER NOT NULL REFERENCES lead (id),
    axis       TEXT NOT NULL,
    from_time  INTEGER NOT NULL,
    until_time INTEGER NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (lead_id, axis, from_time)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    id        INTEGER PRIMARY KEY,
    revision  INTEGER NOT NULL,
    lead_id   INTEGER NOT NULL REFERENCES lead (id),
    kind      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    direction TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    duration  INTEGER,
    note      TEXT,
    who_id    INTEGER REFERENCES word (id)
) STRICT;

CREATE INDEX activity_lead ON activity (lead_id, at);

CREATE TABLE follow_up (
    id            INTEGER PRIMARY KEY,
    revision      INTEGER NOT NULL,
    lead_id       INTEGER NOT NULL REFERENCES lead (id),
    kind          TEXT NOT NULL,
    due           INTEGER NOT NULL,
    whole_day     INTEGER NOT NULL,
    local_time    TEXT NOT NULL,
    zone          TEXT NOT NULL,
    repeat        TEXT,
    state         TEXT NOT NULL,
    snoozed_until INTEGER,
    note          TEXT,
    who_id        INTEGER REFERENCES word (id)
) STRICT;

CREATE INDEX follow_up_lead ON follow_up (lead_id);
CREATE INDEX follow_up_due ON follow_up (coalesce(snoozed_until, due)) WHERE state = 'open';

-- The journal. Every write is a change; its rows say what it did to which row.
-- A created row is recorded without its content: undo reads the row as it removes it.
CREATE TABLE change (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    who       TEXT NOT NULL,
    label     TEXT NOT NULL,
    kind      TEXT NOT NULL,    -- do, undo, redo
    undoes    INTEGER REFERENCES change (id), -- the change that an undo took back, the undo that a redo took back
    undone_by INTEGER REFERENCES change (id), -- the undo in force, if there is one
    rows      INTEGER NOT NULL
) STRICT;

CREATE INDEX change_undone ON change (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE change_row (
    change_id  INTEGER NOT NULL REFERENCES change (id),
    step       INTEGER NOT NULL,
    entity     TEXT NOT NULL,  -- name of the table
    entity_id  INTEGER NOT NULL,
    lead_id    INTEGER NOT NULL DEFAULT 0,  -- whose history it belongs to; 0 for none
    before     TEXT,           -- JSON of the changed columns; NULL for a created row
    after      TEXT,           -- JSON of the changed columns; NULL for a created or removed row
    op         TEXT NOT NULL,  -- create, update, remove
    PRIMARY KEY (change_id, step)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_row_lead ON change_row (lead_id) WHERE lead_id <> 0;

-- Notes and timeline texts, searched word by word. A row has the id of the lead or activity that it copies.
CREATE VIRTUAL TABLE note_search USING fts5 (lead_id UNINDEXED, body, tokenize = 'unicode61 remove_diacritics 2');
