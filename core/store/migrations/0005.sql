-- Schema 5: leads and companies that became one, and what is known not to be a duplicate.

-- A lead that was merged into another, as it was. Its id and its external id go on meaning the survivor. `moved` has the ids of the
-- activities and follow-ups that were its own; `before` and `after` the fields of the survivor that the merge changed. All four are JSON.
CREATE TABLE merged_lead (
    id          INTEGER PRIMARY KEY,
    survivor_id INTEGER NOT NULL,
    external_id TEXT,
    name        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    change_id   INTEGER NOT NULL,
    record      TEXT NOT NULL,
    moved       TEXT NOT NULL,
    before      TEXT NOT NULL,
    after       TEXT NOT NULL
) STRICT;

CREATE INDEX merged_lead_survivor ON merged_lead (survivor_id);
CREATE INDEX merged_lead_external ON merged_lead (external_id) WHERE external_id IS NOT NULL;

-- Two leads of which a person said that they are not one. `lead_a` is the smaller id.
CREATE TABLE distinct_pair (
    id     INTEGER PRIMARY KEY,
    lead_a INTEGER NOT NULL,
    lead_b INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    UNIQUE (lead_a, lead_b)
) STRICT;

-- A company that was merged into another: its name goes on meaning the survivor.
CREATE TABLE merged_company (
    id          INTEGER PRIMARY KEY,
    survivor_id INTEGER NOT NULL,
    folded      TEXT NOT NULL,
    name        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    record      TEXT NOT NULL
) STRICT;

CREATE INDEX merged_company_folded ON merged_company (folded);
CREATE INDEX company_domain ON company (domain) WHERE domain IS NOT NULL;
