-- Schema 7: follow-ups with a priority and the time they were done; the team's own words for how a call ended; what lies on the desk of the
-- one who works.

-- Without a priority it is normal: rows that an undo brings back may be older than the column.
ALTER TABLE follow_up ADD COLUMN priority TEXT;
ALTER TABLE follow_up ADD COLUMN done_at INTEGER;
ALTER TABLE activity ADD COLUMN outcome_name TEXT;

-- The moment for which a follow-up was last brought up, so that no restart brings it up again. No part of the history, so no undo rings.
-- The index has only those that wait, however many old ones are open.
ALTER TABLE follow_up ADD COLUMN raised_for INTEGER;
CREATE INDEX follow_up_waiting ON follow_up (coalesce(snoozed_until, due)) WHERE state = 'open' AND raised_for IS NOT coalesce(snoozed_until, due);

-- The note of a call that was not saved yet. No part of the history.
CREATE TABLE call_draft (
    lead_id INTEGER PRIMARY KEY,
    note    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- The calling session that was left: `leads` is a JSON array of ids in their order, `place` the index of the next one. One row at most.
-- No part of the history.
CREATE TABLE calling_session (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    title   TEXT NOT NULL,
    leads   TEXT NOT NULL,
    place   INTEGER NOT NULL,
    called  INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    began   INTEGER NOT NULL
) STRICT;
